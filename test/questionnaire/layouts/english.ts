import type { Layout } from './layout.js';

const MFA = 'Do you enforce multi-factor authentication for all users?';
const REST = 'Is customer data encrypted at rest?';
const TRANSIT = 'Is data encrypted in transit using TLS 1.2 or higher?';
const BACKUP = 'How often are backups taken?';
const YES_NO = ['Yes', 'No', 'N/A'];

/** Layouts of English questionnaires. */
export const ENGLISH: readonly Layout[] = [
  {
    title: 'number, question, answer, comment',
    sheets: [
      {
        rows: [
          ['No.', 'Question', 'Answer', 'Comments'],
          ['1', MFA],
          ['2', REST],
          ['3', BACKUP],
        ],
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3', 'B4 > C4 + D4'],
    ids: { B2: '1', B4: '3' },
  },
  {
    title: 'title, instructions, blank rows and a table in the middle of the sheet',
    sheets: [
      {
        rows: [
          ['Vendor security assessment'],
          ['Please answer all questions below and return the file.'],
          [],
          [],
          ['', '', 'Ref', 'Control question', 'Vendor response', 'Evidence'],
          ['', '', 'A-1', MFA],
          ['', '', 'A-2', REST],
        ],
        merges: ['A1:F1', 'A2:F2'],
      },
    ],
    finds: ['D6 > E6 - + F6', 'D7 > E7 - + F7'],
    ids: { D6: 'A-1' },
    sections: { D6: null },
  },
  {
    title: 'drop-downs mark the answer column although its header says nothing',
    sheets: [
      {
        rows: [
          ['#', 'Requirement', 'CSP', 'Remarks'],
          ['1', MFA],
          ['2', REST],
          ['3', TRANSIT],
        ],
        lists: { 'C2:C4': YES_NO },
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3', 'B4 > C4 + D4'],
  },
  {
    title: 'no header: drop-downs beside texts',
    sheets: [
      {
        rows: [[MFA], [REST], [TRANSIT], ['Security incident response plan in place']],
        lists: { 'B1:B4': ['Yes', 'No'] },
      },
    ],
    finds: ['A1 > B1', 'A2 > B2', 'A3 > B3', 'A4 > B4'],
  },
  {
    title: 'no header: numbered questions with an empty column beside them',
    sheets: [
      {
        rows: [
          ['1.1', MFA],
          ['1.2', REST],
          ['1.3', BACKUP],
        ],
      },
    ],
    finds: ['B1 > C1', 'B2 > C2', 'B3 > C3'],
    ids: { B1: '1.1' },
  },
  {
    title: 'section headings in merged rows',
    sheets: [
      {
        rows: [
          ['ID', 'Question', 'Response', 'Details'],
          ['Access control'],
          ['AC-1', MFA],
          ['Cryptography'],
          ['CR-1', REST],
          ['CR-2', TRANSIT],
        ],
        merges: ['A2:D2', 'A4:D4'],
      },
    ],
    finds: ['B3 > C3 + D3', 'B5 > C5 + D5', 'B6 > C6 + D6'],
    sections: { B3: 'Access control', B5: 'Cryptography', B6: 'Cryptography' },
  },
  {
    title: 'section headings without merges, in the question column',
    sheets: [
      {
        rows: [
          ['Question', 'Answer', 'Comment'],
          ['Access Control'],
          [MFA],
          ['Is access reviewed at least twice a year?'],
          ['Data Security'],
          [REST],
          [BACKUP],
        ],
      },
    ],
    finds: ['A3 > B3 + C3', 'A4 > B4 + C4', 'A6 > B6 + C6', 'A7 > B7 + C7'],
    sections: { A3: 'Access Control', A6: 'Data Security' },
  },
  {
    title: 'headings numbered 1, questions numbered 1.1',
    sheets: [
      {
        rows: [
          ['No', 'Requirement', 'Compliance', 'Explanation'],
          ['1', 'Encryption'],
          ['1.1', 'Data at rest is encrypted'],
          ['1.2', 'Data in transit is encrypted'],
          ['2', 'Operations'],
          ['2.1', 'Backups are taken daily'],
          ['2.2', 'Restores are tested'],
        ],
      },
    ],
    finds: ['B3 > C3 + D3', 'B4 > C4 + D4', 'B6 > C6 + D6', 'B7 > C7 + D7'],
    sections: { B3: 'Encryption', B7: 'Operations' },
    ids: { B3: '1.1' },
  },
  {
    title: 'statements in place of questions, headings only differ in style',
    sheets: [
      {
        rows: [
          ['Control', 'Implemented?', 'Comment'],
          ['Network'],
          ['Firewalls protect all external interfaces of the service'],
          ['Traffic between zones is denied unless it is allowed'],
          ['People'],
          ['All employees sign a confidentiality agreement when they join'],
          ['All employees are trained in information security every year'],
        ],
        styles: { A2: 7, A5: 7 },
      },
    ],
    finds: ['A3 > B3 + C3', 'A4 > B4 + C4', 'A6 > B6 + C6', 'A7 > B7 + C7'],
    sections: { A3: 'Network', A7: 'People' },
  },
  {
    title: 'short topics as questions',
    sheets: [
      {
        rows: [
          ['Item', 'Status', 'Comment'],
          ['RPO (hours)'],
          ['RTO (hours)'],
          ['Uptime SLA %'],
          ['Penetration test'],
        ],
      },
    ],
    finds: ['A2 > B2 + C2', 'A3 > B3 + C3', 'A4 > B4 + C4', 'A5 > B5 + C5'],
  },
  {
    title: 'X matrix',
    sheets: [
      {
        rows: [
          ['#', 'Question', 'Yes', 'No', 'N/A', 'Partial', 'Comment'],
          ['1', MFA],
          ['2', REST],
        ],
      },
    ],
    finds: ['B2 > C2|D2|E2|F2 + G2', 'B3 > C3|D3|E3|F3 + G3'],
  },
  {
    title: 'X matrix under a merged header, two header rows',
    sheets: [
      {
        rows: [
          ['Ref', 'Requirement', 'Supplier response', '', '', 'Comments'],
          ['', '', 'Compliant', 'Partially compliant', 'Not compliant', ''],
          ['R1', 'Data is encrypted at rest'],
          ['R2', 'Data is encrypted in transit'],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2'],
      },
    ],
    finds: ['B3 > C3|D3|E3 + F3', 'B4 > C4|D4|E4 + F4'],
  },
  {
    title: 'groups for the supplier and for the customer, three header rows',
    sheets: [
      {
        rows: [
          ['Third party security review'],
          ['No', 'Question', 'To be completed by the vendor', '', '', 'For customer use only', ''],
          ['', '', 'Answer', 'Comments', 'Evidence', 'Comments', 'Score'],
          ['', '', '(Yes/No)', '(optional)', '(file name)', '', ''],
          ['1', MFA],
          ['2', REST],
        ],
        merges: ['A1:G1', 'A2:A4', 'B2:B4', 'C2:E2', 'F2:G2'],
      },
    ],
    finds: ['B5 > C5 + D5 + E5', 'B6 > C6 + D6 + E6'],
  },
  {
    title: 'answer column left of the question',
    sheets: [
      {
        rows: [
          ['Y/N', 'Question', 'Notes'],
          ['', MFA],
          ['', REST],
        ],
      },
    ],
    finds: ['B2 > A2 + C2', 'B3 > A3 + C3'],
  },
  {
    title: 'control and question in two columns, domain merged over rows',
    sheets: [
      {
        rows: [
          ['Domain', 'Control', 'Question', 'Response', 'Additional Information'],
          ['IAM', 'MFA', 'Is it enforced for all users?'],
          ['', 'SSO', 'Is it supported for customers?'],
          ['Crypto', 'At rest', 'Which algorithm do you use?'],
        ],
        merges: ['A2:A3'],
      },
    ],
    finds: ['C2 > D2 + E2', 'C3 > D3 + E3', 'C4 > D4 + E4'],
    sections: { C2: 'IAM', C3: 'IAM', C4: 'Crypto' },
    controls: { C2: 'MFA', C4: 'At rest' },
  },
  {
    title: 'guidance, ownership, score and customer columns are not filled',
    sheets: [
      {
        rows: [
          [
            'ID',
            'Question',
            'Guidance',
            'Answer',
            'Explanation',
            'Owner',
            'Score',
            'Reviewer comments',
            'ISO 27001',
          ],
          ['1', MFA, 'All users means staff and contractors', '', '', '', '', '', 'A.5.17'],
          ['2', REST, 'Databases, files and backups', '', '', '', '', '', 'A.8.24'],
        ],
      },
    ],
    finds: ['B2 > D2 + E2', 'B3 > D3 + E3'],
  },
  {
    title: 'section title in place of the question header, repeated per section',
    sheets: [
      {
        rows: [
          ['Company Overview', '', 'Vendor Answers', 'Additional Information', 'Guidance'],
          ['COMP-01', 'Describe your organisation’s business background', '', '', 'Include all subsidiaries'],
          ['COMP-02', 'Have you had a significant breach in the last 5 years?'],
          ['Authentication', '', 'Vendor Answers', 'Additional Information', 'Guidance'],
          ['AUTH-01', MFA, '', '', 'State the methods'],
          ['AUTH-02', 'Do you support single sign-on for customers?'],
        ],
        merges: ['A1:B1', 'A4:B4'],
        lists: { 'C3 C5:C6': ['Yes', 'No'] },
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3', 'B5 > C5 + D5', 'B6 > C6 + D6'],
    ids: { B2: 'COMP-01', B6: 'AUTH-02' },
    sections: { B2: 'Company Overview', B6: 'Authentication' },
  },
  {
    title: 'two tables on one sheet, with different columns',
    sheets: [
      {
        rows: [
          ['Questionnaire'],
          [],
          ['No', 'Question', 'Answer'],
          ['1', MFA],
          ['2', REST],
          [],
          ['Privacy'],
          ['Ref', 'Topic', 'Requirement', 'Compliant (Y/N)', 'Comment'],
          ['P1', 'GDPR', 'A data processing agreement is offered to every customer'],
          ['P2', 'DPO', 'A data protection officer has been appointed and is known'],
        ],
      },
    ],
    finds: ['B4 > C4', 'B5 > C5', 'C9 > D9 + E9', 'C10 > D10 + E10'],
    sections: { C9: 'Privacy' },
    controls: { C9: 'GDPR' },
  },
];
