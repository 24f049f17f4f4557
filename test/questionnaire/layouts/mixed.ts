import type { Layout } from './layout.js';

/** Layouts that mix languages, lists, matrices and texts. */
export const MIXED: readonly Layout[] = [
  {
    title: 'measures and the description of their implementation',
    sheets: [
      {
        rows: [
          ['Technical and organisational measures'],
          [],
          ['Measure', 'Description of implementation'],
          ['Physical access control'],
          ['Logical access control'],
          ['Encryption'],
          ['Separation control'],
        ],
      },
    ],
    finds: ['A4 > B4', 'A5 > B5', 'A6 > B6', 'A7 > B7'],
  },
  {
    title: 'TOM-Liste mit Stichworten',
    sheets: [
      {
        rows: [
          ['TOM', 'Umgesetzt (ja/nein)', 'Beschreibung'],
          ['Zutrittskontrolle'],
          ['Zugangskontrolle'],
          ['Verschlüsselung'],
          ['Trennungskontrolle'],
        ],
      },
    ],
    finds: ['A2 > B2 + C2', 'A3 > B3 + C3', 'A4 > B4 + C4', 'A5 > B5 + C5'],
  },
  {
    title: 'no header, particulars above, headings numbered',
    sheets: [
      {
        rows: [
          ['Security Questionnaire'],
          ['Vendor:', 'Acme'],
          ['Date:', ''],
          [],
          ['1', 'General'],
          ['1.1', 'Do you enforce multi-factor authentication for all users?', ''],
          ['1.2', 'Is customer data encrypted at rest?', ''],
          ['2', 'Backup'],
          ['2.1', 'How often are backups taken?', ''],
        ],
      },
    ],
    finds: ['B6 > C6', 'B7 > C7', 'B9 > C9'],
    sections: { B6: 'General', B7: 'General', B9: 'Backup' },
  },
  {
    title: 'follow-up questions with their own numbers',
    sheets: [
      {
        rows: [
          ['#', 'Question', 'Answer'],
          ['1', 'Do you enforce multi-factor authentication for all users?'],
          ['1a', 'If yes, for which systems?'],
          ['2', 'Is customer data encrypted at rest?'],
          ['2a', 'If no, why not?'],
        ],
      },
    ],
    finds: ['B2 > C2', 'B3 > C3', 'B4 > C4', 'B5 > C5'],
  },
  {
    title: 'Ankreuzmatrix, Überschrift der Frage ist der Titel, nummerierte Abschnitte',
    sheets: [
      {
        rows: [
          ['Fragen zur IT-Sicherheit', 'ja', 'nein', 'teilweise', 'Bemerkungen'],
          ['1. Zugang'],
          ['Gibt es eine Passwortrichtlinie?'],
          ['Wird MFA eingesetzt?'],
          ['2. Backup'],
          ['Werden Backups verschlüsselt?'],
        ],
      },
    ],
    finds: ['A3 > B3|C3|D3 + E3', 'A4 > B4|C4|D4 + E4', 'A6 > B6|C6|D6 + E6'],
    sections: { A3: '1. Zugang', A4: '1. Zugang', A6: '2. Backup' },
  },
  {
    title: 'X matrix of compliance words',
    sheets: [
      {
        rows: [
          [
            'Category',
            'Security Requirement',
            'Compliant',
            'Non-Compliant',
            'Not Applicable',
            'Vendor Comments',
          ],
          ['IAM', 'MFA is enforced'],
          ['IAM', 'SSO is supported'],
          ['Ops', 'Backups are encrypted'],
        ],
      },
    ],
    finds: ['B2 > C2|D2|E2 + F2', 'B3 > C3|D3|E3 + F3', 'B4 > C4|D4|E4 + F4'],
    sections: { B2: 'IAM', B3: 'IAM', B4: 'Ops' },
  },
  {
    title: 'answer type and required flag are left alone',
    sheets: [
      {
        rows: [
          ['Question Number', 'Question Text', 'Response Type', 'Response', 'Response Comments', 'Required?'],
          ['1', 'Do you enforce multi-factor authentication for all users?', 'Yes/No', '', '', 'Y'],
          ['2', 'Describe your backup process.', 'Text', '', '', 'N'],
        ],
      },
    ],
    finds: ['B2 > D2 + E2', 'B3 > D3 + E3'],
  },
  {
    title: 'merged title above, short requirements',
    sheets: [
      {
        rows: [
          ['Anforderungen an den Auftragnehmer', '', '', ''],
          ['Lfd. Nr', 'Anforderung', 'Antwort Auftragnehmer', 'Bewertung AG'],
          ['1', 'Verschlüsselung ruhender Daten nach Stand der Technik'],
          ['2', 'Trennung der Mandanten'],
        ],
        merges: ['A1:D1'],
      },
    ],
    finds: ['B3 > C3', 'B4 > C4'],
  },
  {
    title: 'Forderung und Nachweis durch den Lieferanten',
    sheets: [
      {
        rows: [
          ['Punkt', 'Forderung', 'Nachweis / Umsetzung durch Lieferant', 'Erledigt'],
          ['1', 'Der Lieferant betreibt ein ISMS.'],
          ['2', 'Der Lieferant schult Mitarbeiter.'],
        ],
      },
    ],
    finds: ['B2 > C2', 'B3 > C3'],
  },
  {
    title: 'gap description as the place for details',
    sheets: [
      {
        rows: [
          [
            'Control area',
            'Security requirement',
            'Meets requirement? (Y/N/P)',
            'If N or P, describe the gap and the plan',
            'Date of remediation',
          ],
          ['A', 'All data is encrypted at rest'],
          ['A', 'MFA is enforced for admins'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3'],
    sections: { B2: 'A', B3: 'A' },
  },
  {
    title: 'Hilfetext und Pflichtangabe bleiben leer',
    sheets: [
      {
        rows: [
          ['ID', 'Frage', 'Pflichtangabe', 'Antwort', 'Datei-Upload (Nachweis)', 'Hilfetext'],
          ['1', 'Sind Daten verschlüsselt?', 'ja', '', '', 'Bitte Algorithmus nennen'],
          ['2', 'Gibt es ein ISMS?', 'ja', '', '', ''],
        ],
      },
    ],
    finds: ['B2 > D2 - + E2', 'B3 > D3 - + E3'],
  },
  {
    title: 'topic once for several questions',
    sheets: [
      {
        rows: [
          ['Topic', 'Question', 'Answer', 'Comments'],
          ['Encryption', 'Is data encrypted at rest?', '', ''],
          ['', 'Which algorithm is used?', '', ''],
          ['Backup', 'How often?', '', ''],
        ],
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3'],
    controls: { B2: 'Encryption', B3: 'Encryption' },
  },
  {
    title: 'score beside an answer column',
    sheets: [
      {
        rows: [
          ['Ref', 'Question', 'Supplier answer', 'Score (0-5)', 'Supplier evidence'],
          ['1', 'Do you enforce multi-factor authentication for all users?'],
          ['2', 'Is customer data encrypted at rest?'],
        ],
        lists: { 'D2:D3': ['0', '1', '2', '3', '4', '5'] },
      },
    ],
    finds: ['B2 > C2 - + E2', 'B3 > C3 - + E3'],
  },
];
