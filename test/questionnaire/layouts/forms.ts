import type { Layout } from './layout.js';

const MFA = 'Do you enforce multi-factor authentication for all users?';
const REST = 'Is customer data encrypted at rest?';
const BACKUP = 'How often are backups taken, and where are they stored?';

/** Forms: answers below their questions, or values beside labels. */
export const FORMS: readonly Layout[] = [
  {
    title: 'answer in a merged cell below the question',
    sheets: [
      {
        rows: [['Security questions'], [`1. ${MFA}`], [], [`2. ${REST}`], [], [`3. ${BACKUP}`], []],
        merges: ['A1:F1', 'A2:F2', 'A3:F3', 'A4:F4', 'A5:F5', 'A6:F6', 'A7:F7'],
      },
    ],
    finds: ['A2 > A3', 'A4 > A5', 'A6 > A7'],
  },
  {
    title: 'labels "Answer:" and "Comments:" below the question',
    sheets: [
      {
        rows: [
          ['Access control'],
          [MFA],
          ['Answer:'],
          ['Comments:'],
          [],
          [REST],
          ['Answer:'],
          ['Comments:'],
          [],
          [BACKUP],
          ['Answer:'],
          ['Comments:'],
        ],
      },
    ],
    finds: ['A2 > B3 + B4', 'A6 > B7 + B8', 'A10 > B11 + B12'],
  },
  {
    title: 'Antwort unter der Frage, Nummer daneben',
    sheets: [
      {
        rows: [
          ['1', 'Wird der Zugriff protokolliert?'],
          [],
          ['2', 'Beschreiben Sie Ihr Verfahren zur Datensicherung.'],
          [],
          ['3', 'Wo werden die Daten gespeichert?'],
        ],
        merges: ['B2:E2', 'B4:E4', 'B6:E6'],
      },
    ],
    finds: ['B1 > B2', 'B3 > B4', 'B5 > B6'],
    ids: { B1: '1', B5: '3' },
  },
  {
    title: 'labels with a colon and an empty cell beside each',
    sheets: [
      {
        rows: [
          ['Hosting provider:'],
          ['Data centre location:'],
          ['Uptime SLA:'],
          ['Encryption at rest:'],
          ['Contact person:'],
        ],
      },
    ],
    finds: ['A1 > B1', 'A2 > B2', 'A3 > B3', 'A4 > B4', 'A5 > B5'],
  },
  {
    title: 'Formular mit vorbereiteten Feldern und Überschriften',
    sheets: [
      {
        rows: [
          ['Selbstauskunft'],
          ['Betrieb'],
          ['Hosting-Anbieter'],
          ['Standort der Daten'],
          ['Zertifizierungen'],
          ['Datenschutz'],
          ['Datenschutzbeauftragter'],
          ['Unterauftragnehmer'],
        ],
        merges: ['A1:D1', 'A2:D2', 'A6:D6', 'B3:D3', 'B4:D4', 'B5:D5', 'B7:D7', 'B8:D8'],
      },
    ],
    finds: ['A3 > B3', 'A4 > B4', 'A5 > B5', 'A7 > B7', 'A8 > B8'],
  },
  {
    title: 'label and value headers',
    sheets: [
      {
        rows: [
          ['Information required', 'Response'],
          ['Hosting location'],
          ['Backup frequency'],
          ['Sub-processors'],
        ],
      },
    ],
    finds: ['A2 > B2', 'A3 > B3', 'A4 > B4'],
  },
  {
    title: 'a protected form whose answer cells are unlocked',
    sheets: [
      {
        rows: [
          ['Cloud profile'],
          ['Hosting provider', ''],
          ['Region', ''],
          ['Recovery time objective', ''],
          ['End of form'],
        ],
        unlocked: 'B2:B4',
      },
    ],
    finds: ['A2 > B2', 'A3 > B3', 'A4 > B4'],
  },
  {
    title: 'particulars above the table are not questions',
    sheets: [
      {
        rows: [
          ['Company name:', ''],
          ['Date:', ''],
          ['Completed by:', ''],
          [],
          ['Question', 'Answer', 'Comment'],
          [MFA],
          [REST],
        ],
      },
    ],
    finds: ['A6 > B6 + C6', 'A7 > B7 + C7'],
  },
  {
    title: 'a cover sheet of particulars beside a sheet of questions',
    sheets: [
      {
        name: 'Cover',
        rows: [['Company name:'], ['Address:'], ['Contact person:'], ['Date:'], ['Signature:']],
      },
      { name: 'Questions', rows: [['Question', 'Answer'], [MFA], [REST]] },
    ],
    finds: ['Questions!A2 > B2', 'Questions!A3 > B3'],
  },
];
