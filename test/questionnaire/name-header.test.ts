import { describe, expect, it } from 'vitest';
import { choiceKind, listsChoices, nameHeader } from '../../src/questionnaire/name-header.js';
import { vocabulary } from './words.js';

const { layout, options } = vocabulary;

describe('nameHeader', () => {
  it.each([
    ['Question', 'question'],
    ['Question ID', 'id'],
    ['Control Question', 'question'],
    ['Question Category', 'section'],
    ['CSP CAIQ Answer', 'answer'],
    ['CSP Implementation Description (Optional/Recommended)', 'details'],
    ['SSRM Control Ownership', 'ignore ownership'],
    ['CSC Responsibilities  (Optional/Recommended)', 'ignore customer'],
    ['CCM Control Specification', 'control'],
    ['Vendor Response', 'answer'],
    ['Response Comments', 'details'],
    ['Answer Options', 'ignore guidance'],
    ['Response type', 'ignore guidance'],
    ['Expected evidence', 'ignore guidance'],
    ['Evidence of implementation', 'evidence'],
    ['Explanation of the answer', 'details'],
    ['Supporting documentation', 'evidence'],
    ['Comments (customer use only)', 'ignore customer'],
    ['Customer requirement', 'question'],
    ['Compliant?', 'answer'],
    ['Comments and/or additional information', 'details'],
    ['Maturity level', 'ignore scoring'],
    ['Lfd.-Nr.', 'id'],
    ['#', 'id'],
    ['Fragennummer', 'id'],
    ['Prüffrage', 'question'],
    ['Sicherheitsanforderung', 'question'],
    ['Antwort des Auftragnehmers', 'answer'],
    ['Kommentar zur Antwort', 'details'],
    ['Bewertung durch den Auftraggeber', 'ignore customer'],
    ['Beschreibung der Maßnahmen', 'details'],
    ['Umsetzungsstatus', 'answer'],
    ['Ansprechpartner', 'ignore ownership'],
    ['Ausfüllhinweise', 'ignore guidance'],
    ['Nachweis / Anlage', 'evidence'],
    ['Zieltermin', 'ignore other'],
    ['Réponse du fournisseur', 'answer'],
    ['Numéro de question', 'id'],
    ['Comentarios del cliente', 'ignore customer'],
    ['Prova documentale', 'evidence'],
    ['Toelichting', 'details'],
    [
      'Answer: please choose Yes, No or N/A from the drop-down list and give an explanation in the next column',
      'answer',
    ],
    ['Datei-Upload (Nachweis)', 'evidence'],
    ['Acme GmbH', undefined],
    ['', undefined],
  ])('%s is %s', (header, wanted) => {
    const name = nameHeader(header, layout);
    expect(name && [name.role, name.group ?? ''].join(' ').trim()).toBe(wanted);
  });

  it('names what else a header names', () => {
    expect(nameHeader('Answer / Evidence', layout)?.also).toEqual(['evidence']);
    // The conjunction is a word of its own: not the "und" in "Grundschutz".
    expect(nameHeader('Grundschutz', layout)?.also).toEqual([]);
    expect(nameHeader('Antwort und Nachweis', layout)).toMatchObject({ role: 'answer', also: ['evidence'] });
  });
});

describe('choiceKind', () => {
  it.each([
    ['Yes', 'yes'],
    ['Nein', 'no'],
    ['N/A', 'not_applicable'],
    ['Partially compliant', 'partial'],
    ['Yes (please describe)', 'yes'],
    ['If yes, please explain', undefined],
    ['Question', undefined],
  ])('%s is %s', (header, kind) => {
    expect(choiceKind(header, options)).toBe(kind);
  });
});

describe('listsChoices', () => {
  it.each([
    'Yes/No',
    'Response (Y/N)',
    'Erfüllt? Ja / Nein / teilweise',
    'Status [Yes | No | N/A]',
    'Ja, Nein oder teilweise',
    'Compliant (Yes / No / N/A)',
    'J/N',
  ])('%s', (header) => {
    expect(listsChoices(header, options)).toBe(true);
  });
  it.each([
    'Answer',
    'Comments and evidence',
    'Input/Output',
    'Response (Yes',
    'Yes',
    'optional/recommended',
    'No. / Ref.',
  ])('not %s', (header) => {
    expect(listsChoices(header, options)).toBe(false);
  });
});
