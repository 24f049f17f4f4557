import type { Layout } from './layout.js';

/** Layouts in the wording of procurement and audit departments. */
export const SEEN_OFTEN: readonly Layout[] = [
  {
    title: 'long header texts with the options in brackets',
    sheets: [
      {
        rows: [
          [
            'Control Ref',
            'Control Description',
            'Response (Yes / No / Partial / N/A)',
            'Supporting Comments',
            'Attachments',
          ],
          ['1', 'Do you enforce multi-factor authentication for all users?'],
          ['2', 'Backups are taken daily and stored in another region.'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2 + E2', 'B3 > C3 + D3 + E3'],
  },
  {
    title: 'sub-domain beside domain, evidence column of its own, reviewer remarks',
    sheets: [
      {
        rows: [
          [
            'Security Domain',
            'Sub-domain',
            'Control Requirement',
            'Vendor Compliance Status',
            'Vendor Remarks',
            'Evidence Provided (Y/N)',
            'Reviewer Remarks',
          ],
          ['IAM', 'MFA', 'Do you enforce multi-factor authentication for all users?'],
          ['IAM', 'SSO', 'Is customer data encrypted at rest?'],
        ],
      },
    ],
    finds: ['C2 > D2 + E2 + F2', 'C3 > D3 + E3 + F3'],
    sections: { C2: 'IAM / MFA', C3: 'IAM / SSO' },
  },
  {
    title: 'table that begins in column C, serial numbers',
    sheets: [
      {
        rows: [
          [],
          [],
          ['', '', 'S.No.', 'Query', 'Response', 'Remarks if any'],
          ['', '', 1, 'Do you enforce multi-factor authentication for all users?'],
          ['', '', 2, 'Is customer data encrypted at rest?'],
        ],
      },
    ],
    finds: ['D4 > E4 + F4', 'D5 > E5 + F5'],
  },
  {
    title: 'options listed in a column of their own beside a drop-down',
    sheets: [
      {
        rows: [
          ['Question', 'Response Options', 'Response', 'Comments'],
          ['Do you enforce multi-factor authentication for all users?', 'Yes/No'],
          ['Is customer data encrypted at rest?', 'Yes/No'],
        ],
        lists: { 'C2:C3': ['Yes', 'No'] },
      },
    ],
    finds: ['A2 > C2 + D2', 'A3 > C3 + D3'],
  },
  {
    title: 'yes/no column followed by "If yes, please provide details"',
    sheets: [
      {
        rows: [
          ['Question', 'Yes/No', 'If yes, please provide details', 'Evidence/Link'],
          ['Do you enforce multi-factor authentication for all users?'],
          ['Is customer data encrypted at rest?'],
        ],
      },
    ],
    finds: ['A2 > B2 + C2 + D2', 'A3 > B3 + C3 + D3'],
  },
  {
    title: 'X matrix followed by "If no, please explain"',
    sheets: [
      {
        rows: [
          ['Question', 'Yes', 'No', 'If no, please explain'],
          ['Do you enforce multi-factor authentication for all users?'],
          ['Is customer data encrypted at rest?'],
        ],
      },
    ],
    finds: ['A2 > B2|C2 + D2', 'A3 > B3|C3 + D3'],
  },
  {
    title: 'Muss/Soll/Kann, Bemerkung Bieter und Bemerkung Auftraggeber',
    sheets: [
      {
        rows: [
          [
            'Nr.',
            'Anforderung',
            'Muss/Soll/Kann',
            'Erfüllt (J/N)',
            'Bemerkung Bieter',
            'Bemerkung Auftraggeber',
          ],
          ['1', 'Daten sind verschlüsselt.', 'Muss'],
          ['2', 'Backups erfolgen täglich.', 'Soll'],
        ],
      },
    ],
    finds: ['B2 > D2 + E2', 'B3 > D3 + E3'],
  },
  {
    title: 'section column with blank repetitions and a total',
    sheets: [
      {
        rows: [
          ['Section', 'Question', 'Response'],
          ['IAM', 'Do you enforce multi-factor authentication for all users?'],
          ['', 'Is customer data encrypted at rest?'],
          ['Total', '', '0'],
        ],
      },
    ],
    finds: ['B2 > C2', 'B3 > C3'],
    sections: { B2: 'IAM', B3: 'IAM' },
  },
  {
    title: 'bilingual headers',
    sheets: [
      {
        rows: [
          ['Question / Frage', 'Answer / Antwort', 'Comment / Kommentar'],
          ['Do you enforce multi-factor authentication for all users?'],
          ['Is customer data encrypted at rest?'],
        ],
      },
    ],
    finds: ['A2 > B2 + C2', 'A3 > B3 + C3'],
  },
  {
    title: 'answer column headed by the name of the supplier',
    sheets: [
      {
        rows: [
          ['Question', 'Acme GmbH'],
          ['Do you enforce multi-factor authentication for all users?'],
          ['Is customer data encrypted at rest?'],
        ],
      },
    ],
    finds: ['A2 > B2', 'A3 > B3'],
  },
  {
    title: 'Kategorie, Unterkategorie, Status, Begründung, Verweis auf Dokument',
    sheets: [
      {
        rows: [
          ['Kategorie', 'Unterkategorie', 'Prüffrage', 'Status', 'Begründung', 'Verweis auf Dokument'],
          ['IAM', 'MFA', 'Wird MFA erzwungen?'],
          ['IAM', 'SSO', 'Gibt es SSO?'],
        ],
      },
    ],
    finds: ['C2 > D2 + E2 + F2', 'C3 > D3 + E3 + F3'],
    sections: { C2: 'IAM / MFA', C3: 'IAM / SSO' },
  },
  {
    title: 'header that carries its own instructions',
    sheets: [
      {
        rows: [
          [
            'No.',
            'Question',
            'Answer: please choose Yes, No or N/A from the drop-down list and give an explanation in the next column',
            'Explanation',
          ],
          ['1', 'Do you enforce multi-factor authentication for all users?'],
          ['2', 'Is customer data encrypted at rest?'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3'],
  },
  {
    title: 'header cells that are questions',
    sheets: [
      {
        rows: [
          ['Control ID', 'Control', 'Is the control implemented?', 'How is it implemented?', 'Evidence'],
          ['A1', 'Backups are taken daily and stored in another region.'],
          ['A2', 'Data at rest is encrypted.'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2 + E2', 'B3 > C3 + D3 + E3'],
  },
  {
    title: 'mapping columns to standards',
    sheets: [
      {
        rows: [
          [
            'Ques Num',
            'Question/Request',
            'Response',
            'Additional Information',
            'ISO 27002:2022',
            'NIST CSF',
          ],
          ['A.1', 'Do you enforce multi-factor authentication for all users?', '', '', '5.1', 'PR'],
          ['A.2', 'Is customer data encrypted at rest?', '', '', '5.2', 'PR'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3'],
  },
];
