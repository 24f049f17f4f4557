import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { buildWorkbook, buildZip, MAIN, sheetXml, type TestEntry, workbookEntries } from './build-package.js';
import { FEATURES } from './fidelity-packages.js';

const SEED = 20_260_127;
const RUNS = Number(process.env.SECURITY_ANSWERS_FUZZ ?? 2500);

const TABLE = `<table xmlns="${MAIN}" displayName="T" ref="D1:D3"><tableColumns><tableColumn name="Q"/></tableColumns></table>`;
const ENTRIES = workbookEntries({
  sheets: [
    {
      name: 'S',
      xml: sheetXml(
        '<row r="1" spans="1:2" ht="15"><c r="A1" t="s"><v>0</v></c><c r="B1" s="5"/></row><row r="3"><c r="B3"><f t="array" ref="B3:C3">A1</f><v>2</v></c></row>',
        '<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="B1:B9"><formula1>L!$A$1:$A$2</formula1></dataValidation></dataValidations>',
      ),
      related: [{ type: 'table', path: 'tables/t.xml', data: TABLE }],
    },
    {
      name: 'L',
      rows: '<row><c t="inlineStr"><is><r><t>Yes</t></r></is></c></row><row><c><v>2</v></c></row>',
    },
  ],
  strings: `<sst xmlns="${MAIN}"><si><t xml:space="preserve">a &amp; b</t></si></sst>`,
  after: '<definedNames><definedName name="N">L!$A$1</definedName></definedNames><calcPr calcId="1"/>',
});

/** One workbook with much in it, and one for each feature. */
const BOOKS: readonly (readonly TestEntry[])[] = [ENTRIES, ...FEATURES.map(({ entries }) => entries)];
const book = fc.oneof(fc.constant(ENTRIES), fc.constantFrom(...BOOKS));

/** Reads all there is, edits, and reads the result. Only Problems with one line may come of it. */
async function exercise(bytes: Uint8Array): Promise<'edited' | 'refused'> {
  const before = Buffer.from(bytes);
  try {
    const book = await openWorkbook(bytes);
    for (const { name } of book.sheets) {
      const sheet = book.sheet(name);
      for (const validation of sheet.validations) void validation.options;
      void [sheet.isLocked(1, 2), sheet.mergeAt(5, 1), sheet.validationAt(1, 2)?.options, sheet.tables];
    }
    const sheet = book.sheets[0]?.name ?? '';
    const edited = book.edit([
      { sheet, cell: 'B1', text: 'x', mark: 'review', overwrite: true },
      { sheet, cell: 'AZ200', text: 'y' },
    ]);
    expect((await openWorkbook(edited.bytes())).sheet(sheet).cell(200, 52)?.text).toBe('y');
    return 'edited';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // The verification may find faults in an output, but never in one of ours.
    expect(error.code).not.toBe('workbook/verification-failed');
    return 'refused';
  } finally {
    expect(before.equals(bytes)).toBe(true);
  }
}

/** The same for a CSV file. */
async function exerciseCsv(bytes: Buffer): Promise<'edited' | 'refused'> {
  try {
    const opened = await openWorkbook(bytes, { name: 'q.csv' });
    const edits = ['A1', 'D2'].map((cell) => ({ sheet: 'CSV', cell, text: '=a;"b"\n', overwrite: true }));
    expect(opened.edit(edits).receipt.cellsWritten).toBe(2);
    return 'edited';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).not.toBe('workbook/verification-failed');
    return 'refused';
  }
}

type Mutation = readonly [kind: 'flip' | 'set' | 'delete' | 'repeat' | 'insert', at: number, value: number];
const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom('flip', 'set', 'delete', 'repeat', 'insert'),
  fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from('<>/"\'&=:; 0A!?[-'))),
);

function mutate(bytes: Buffer, [kind, place, value]: Mutation): Buffer {
  const at = Math.floor(place * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const length = (value % 40) + 1;
  if (kind === 'delete') return Buffer.concat([before, after.subarray(length)]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, length), after]);
  if (kind === 'insert') return Buffer.concat([before, Buffer.from([value]), after]);
  const changed = Buffer.from(bytes);
  if (at < changed.length) changed[at] = kind === 'set' ? value : (changed[at] ?? 0) ^ (1 << (value % 8));
  return changed;
}

describe('a workbook with random damage is edited, or refused with a Problem', () => {
  it(`in the file (seed ${SEED}, ${RUNS} cases)`, async () => {
    expect(BOOKS.length).toBeGreaterThanOrEqual(10);
    await fc.assert(
      fc.asyncProperty(
        book,
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (entries, mutations) => {
          await exercise(mutations.reduce(mutate, buildZip(entries)));
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  }, 120_000);

  it(`in the parts (seed ${SEED}, ${RUNS} cases)`, async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        book,
        fc.nat(),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (sound, which, mutations) => {
          const entries = sound.map(
            (entry, i): TestEntry =>
              i === which % sound.length
                ? { ...entry, data: mutations.reduce(mutate, Buffer.from(entry.data)) }
                : entry,
          );
          outcomes.add(await exercise(buildZip(entries)));
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
    expect(outcomes).toEqual(new Set(['edited', 'refused']));
  }, 120_000);

  it(`in a CSV file (seed ${SEED}, ${RUNS / 5} cases)`, async () => {
    const sound = ['No;Question;Answer\r\n1;"Is it, so?";\r\n', '\ufeffQ\tA\nb\t""\n', 'sep=|\na|b\n']
      .map((text) => Buffer.from(text))
      .concat(Buffer.from('\ufeffQ;A\r\nb;\r\n', 'utf16le'), Buffer.from('Pr\xfcfung,A\nb,\n', 'latin1'));
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (bytes, mutations) => {
          outcomes.add(await exerciseCsv(mutations.reduce(mutate, bytes)));
        },
      ),
      { seed: SEED, numRuns: RUNS / 5 },
    );
    expect(outcomes).toEqual(new Set(['edited', 'refused']));
  }, 120_000);

  it('and a sound one is edited', async () => {
    expect(await exercise(buildWorkbook({ sheets: [{ name: 'S' }] }))).toBe('edited');
    expect(await exercise(buildZip(ENTRIES))).toBe('edited');
  });
});
