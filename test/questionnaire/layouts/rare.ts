import type { Layout } from './layout.js';

const MFA = 'Do you enforce multi-factor authentication for all users?';
const REST = 'Is customer data encrypted at rest?';
const TRANSIT = 'Is data encrypted in transit using TLS 1.2 or higher?';

/** Layouts that are rare, or that tempt to find too much. */
export const RARE: readonly Layout[] = [
  {
    title: 'hidden rows and columns are not filled',
    sheets: [
      {
        rows: [
          ['No', 'Question', 'Answer', 'Answer', 'Comment'],
          ['1', MFA],
          ['2', REST],
          ['3', TRANSIT],
        ],
        hiddenRows: [3],
        hiddenColumns: ['C'],
      },
    ],
    finds: ['B2 > D2 + E2', 'B4 > D4 + E4'],
  },
  {
    title: 'questions that are formulas',
    sheets: [{ rows: [['Question', 'Answer'], [MFA], [REST]], formulas: ['A2', 'A3'] }],
    finds: ['A2 > B2', 'A3 > B3'],
  },
  {
    title: 'questions in cells merged over columns and rows',
    sheets: [
      {
        rows: [['Question', '', '', 'Response', 'Comments'], [MFA], [], [REST], []],
        merges: ['A1:C1', 'A2:C3', 'D2:D3', 'E2:E3', 'A4:C5', 'D4:D5', 'E4:E5'],
      },
    ],
    finds: ['A2 > D2 + E2', 'A4 > D4 + E4'],
  },
  {
    title: 'one merged comment cell for two questions',
    sheets: [{ rows: [['Question', 'Answer', 'Comments'], [MFA], [REST], [TRANSIT]], merges: ['C2:C3'] }],
    finds: ['A2 > B2 + C2', 'A3 > B3', 'A4 > B4 + C4'],
  },
  {
    title: 'one merged answer cell for two questions',
    sheets: [{ rows: [['Question', 'Answer'], [MFA], [REST], [TRANSIT]], merges: ['B2:B3'] }],
    finds: ['A2 > B2', 'A3 > none', 'A4 > B4'],
  },
  {
    title: 'two tables side by side',
    sheets: [
      {
        rows: [
          ['No', 'Question', 'Answer', '', 'No', 'Question', 'Answer'],
          ['1', MFA, '', '', '3', TRANSIT, ''],
          ['2', REST, '', '', '4', 'Are backups encrypted?', ''],
        ],
      },
    ],
    finds: ['B2 > C2', 'B3 > C3', 'F2 > G2', 'F3 > G3'],
    ids: { B2: '1', F3: '4' },
  },
  {
    title: 'validations over whole columns',
    sheets: [
      {
        rows: [
          ['Access'],
          ['ID', 'Question', 'Answer', 'Additional Information'],
          ['1', MFA],
          ['2', REST],
          ['', 'Cryptography'],
          ['3', TRANSIT],
        ],
        lists: { 'C1:C1048576': ['Yes', 'No', 'Partial'] },
      },
    ],
    finds: ['B3 > C3 + D3', 'B4 > C4 + D4', 'B6 > C6 + D6'],
    sections: { B6: 'Cryptography' },
  },
  {
    title: 'a reference table, a change log and a glossary beside the questions',
    sheets: [
      {
        name: 'Log',
        rows: [
          ['Version', 'Date', 'Description of change', 'Comments'],
          ['1.0', '2025-01-01', 'First release of this workbook for suppliers'],
          ['1.1', '2025-05-01', 'Two questions were added to the section on encryption'],
        ],
      },
      {
        name: 'Glossary',
        rows: [
          ['Term', 'Definition'],
          ['MFA', 'Multi-factor authentication'],
          ['RTO', 'Recovery time objective'],
        ],
      },
      {
        name: 'Mapping',
        rows: [
          ['Requirement', 'ISO 27001'],
          ['Encryption', 'A.8.24'],
          ['Access', 'A.5.15'],
        ],
      },
      {
        name: 'Links',
        rows: [
          ['Document', 'Link'],
          ['Standard', 'https://example.com'],
          ['Guide', 'https://example.org'],
        ],
      },
      { name: 'Main', rows: [['Question', 'Answer'], [MFA], [REST]] },
    ],
    finds: ['Main!A2 > B2', 'Main!A3 > B3'],
  },
  {
    title: 'filled answers stay answers',
    sheets: [
      {
        rows: [
          ['No', 'Requirement', 'Status', 'Comment'],
          ['1', 'Backups are encrypted', 'Yes', 'AES-256'],
          ['2', 'Logs are kept for a year', 'No', ''],
          ['3', 'Staff is trained', '', ''],
        ],
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3', 'B4 > C4 + D4'],
  },
  {
    title: 'answer options listed beside the answer',
    sheets: [
      {
        rows: [
          ['Question ID', 'Question text', 'Answer type', 'Answer options', 'Your answer', 'Your comments'],
          ['Q1', MFA, 'Select', 'Yes / No'],
          ['Q2', REST, 'Select', 'Yes / No'],
        ],
      },
    ],
    finds: ['B2 > E2 + F2', 'B3 > E3 + F3'],
  },
  {
    title: 'French words',
    sheets: [
      {
        rows: [
          ['N°', 'Question', 'Réponse', 'Commentaires', 'Pièces jointes'],
          ['1', 'Les données sont-elles chiffrées au repos ?'],
          ['2', 'Où sont hébergées les données ?'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2 + E2', 'B3 > C3 + D3 + E3'],
  },
  {
    title: 'Spanish words, X matrix',
    sheets: [
      {
        rows: [
          ['Nº', 'Pregunta', 'Sí', 'No', 'No aplica', 'Observaciones'],
          ['1', '¿Se cifran los datos?'],
          ['2', '¿Existe un plan?'],
        ],
      },
    ],
    finds: ['B2 > C2|D2|E2 + F2', 'B3 > C3|D3|E3 + F3'],
  },
  {
    title: 'Italian words',
    sheets: [
      {
        rows: [
          ['Rif.', 'Domanda', 'Risposta', 'Note', 'Allegati'],
          ['1', 'I dati sono cifrati?'],
          ['2', 'Dove sono conservati i dati?'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2 + E2', 'B3 > C3 + D3 + E3'],
  },
  {
    title: 'Dutch words',
    sheets: [
      {
        rows: [
          ['Nr.', 'Vraag', 'Antwoord', 'Toelichting', 'Bewijs'],
          ['1', 'Worden gegevens versleuteld?'],
          ['2', 'Waar staan de gegevens?'],
        ],
      },
    ],
    finds: ['B2 > C2 + D2 + E2', 'B3 > C3 + D3 + E3'],
  },
  {
    title: 'legend and signature lines after the table',
    sheets: [
      {
        rows: [
          ['No', 'Question', 'Answer'],
          ['1', MFA],
          ['2', REST],
          [],
          ['', 'Legend: Y = fully in place'],
          [],
          [],
          [],
          [],
          [],
          ['', 'Name and signature of the person in charge'],
        ],
      },
    ],
    finds: ['B2 > C2', 'B3 > C3'],
  },
];
