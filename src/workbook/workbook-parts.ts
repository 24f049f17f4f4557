import { Problem } from '../problem.js';
import { IWORK, notAWorkbook } from './file-kind.js';
import type { DefinedName } from './list-source.js';
import type { SheetInfo, SheetState } from './model.js';
import type { Package, Relationship } from './package.js';
import { childNamed, childrenNamed, isTrue, type XmlElement } from './xml-tree.js';

/** A sheet of the workbook. Chart sheets have no part here; a sheet whose relationship is missing is damaged. */
export interface SheetEntry {
  readonly info: SheetInfo;
  readonly part: string | undefined;
  readonly isMissing: boolean;
}

/** Where the parts of a workbook are, and what its main part says. */
export interface WorkbookParts {
  readonly main: string;
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
  /** In tab order; `part` only for worksheets, which hold cells. */
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: readonly DefinedName[];
  readonly isDate1904: boolean;
  readonly hasMacros: boolean;
  readonly isSigned: boolean;
  /** A list of formula cells is kept only by workbooks that have some (ECMA-376 part 1, 18.6.1). */
  readonly hasCalcChain: boolean;
}

/** Reads the main part of a workbook. Throws Problem when the package is something else, or damaged. */
export function readWorkbookParts(source: Package, name: string): WorkbookParts {
  const main = findMainPart(source, name);
  const root = source.tree(main);
  if (root.name !== 'workbook') throw notAWorkbook(name, source.contentType(main));
  const relationships = source.relationships(main);
  const partOf = (type: string): string | undefined =>
    relationships.find((relationship) => relationship.type === type && source.has(relationship.target))
      ?.target;
  const sheets = readSheets(root, relationships);
  if (sheets.length === 0) {
    throw new Problem(
      'workbook/damaged',
      `${name} has no sheets; open it in Excel, let it repair the file, save and retry.`,
    );
  }
  return {
    main,
    styles: partOf('styles'),
    sharedStrings: partOf('sharedStrings'),
    sheets,
    definedNames: readDefinedNames(
      root,
      sheets.map((sheet) => sheet.info.name),
    ),
    isDate1904: isTrue(childNamed(root, 'workbookPr')?.attributes.get('date1904')),
    hasMacros: relationships.some((relationship) => relationship.type === 'vbaProject'),
    isSigned: source.rootRelationships().some((relationship) => relationship.type === 'origin'),
    hasCalcChain: partOf('calcChain') !== undefined,
  };
}

/** Content type of a workbook or a template, with macros or without; not `...sheet.binary.macroEnabled.main`. */
const WORKBOOK_TYPE = /\.(?:sheet|template)(?:\.macroEnabled)?\.main\+xml$/i;

/** The office document of the package (ECMA-376 part 1, 9.1.7), or the place where every program puts it. */
function findMainPart(source: Package, name: string): string {
  const documents = source
    .rootRelationships()
    .filter((relationship) => relationship.type === 'officeDocument');
  const named = documents.find((relationship) => source.has(relationship.target))?.target;
  const main =
    named ?? source.partsOfType(WORKBOOK_TYPE).find((part) => source.has(part)) ?? 'xl/workbook.xml';
  const type = source.has(main) ? source.contentType(main) : '';
  if (type.includes('sheet.binary.')) throw notAWorkbook(name, type);
  if (source.has(main) && (type === '' || type.includes('spreadsheetml') || type.includes('ms-excel')))
    return main;
  // OpenDocument files say in their first entry what they are.
  const mimetype = source.has('mimetype') ? source.read('mimetype').toString('latin1') : '';
  const isIwork = source.names.some((part) => part.endsWith(IWORK) || part === 'Index.zip');
  throw notAWorkbook(name, mimetype || (isIwork ? IWORK : type));
}

/** Kinds of sheets that hold no cells (ECMA-376 part 1, 12.3.2 and 12.3.7), and macro sheets, which are not filled. */
const isWorksheet = (relationship: Relationship | undefined): relationship is Relationship =>
  relationship?.type === 'worksheet' && !relationship.isExternal;

function readSheets(root: XmlElement, relationships: readonly Relationship[]): WorkbookParts['sheets'] {
  const list = childNamed(root, 'sheets');
  return (list ? childrenNamed(list, 'sheet') : []).map((element) => {
    const id = relationshipId(element);
    const relationship = relationships.find((candidate) => candidate.id === id);
    const info = {
      name: element.attributes.get('name') ?? '',
      state: readState(element.attributes.get('state')),
    };
    const part = isWorksheet(relationship) ? relationship.target : undefined;
    return { info, part, isMissing: relationship === undefined };
  });
}

/** `r:id`, in the namespace of the transitional or of the strict format. */
function relationshipId(element: XmlElement): string | undefined {
  for (const [name, value] of element.qualified) if (/\/relationships\}id$/.test(name)) return value;
  return undefined;
}

function readState(word: string | undefined): SheetState {
  return word === 'hidden' || word === 'veryHidden' ? word : 'visible';
}

function readDefinedNames(root: XmlElement, sheets: readonly string[]): DefinedName[] {
  const list = childNamed(root, 'definedNames');
  return (list ? childrenNamed(list, 'definedName') : []).map(({ attributes, text }) => {
    const scope = sheets[Number(attributes.get('localSheetId') ?? '-1')];
    const name = {
      name: attributes.get('name') ?? '',
      formula: text.trim(),
      isHidden: isTrue(attributes.get('hidden')),
    };
    return scope === undefined ? name : { ...name, scope };
  });
}
