import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Problem } from '../problem.js';

/** An element of a small part, with its place in the text so that it can be spliced. Offsets count UTF-16 units. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  /** Values by name as written (`r:id`, `name`). */
  readonly attributes: ReadonlyMap<string, string>;
  /** Values by namespace and local name, for the few that have a namespace: `{uri}id`. */
  readonly qualified: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly within. */
  readonly text: string;
  /** Offset of `<`, of what follows the start tag, and of what follows the end tag. */
  readonly start: number;
  readonly openEnd: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

/** Deeper nesting than this is an attack: the deepest part of a real workbook has some 20 levels. */
const MAX_DEPTH = 200;

/** More elements than this would need too much memory; the styles of a real workbook have at most some 200,000. */
const MAX_ELEMENTS = 600_000;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

type Draft = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] };

/**
 * Parses a part into a tree. A document type declaration is refused, so no entity is ever defined or resolved.
 * `keep` names the children of the root to build; others are checked for being well formed, and left out.
 * Throws Problem workbook/damaged (not well formed) and workbook/unsafe-xml (a document type declaration).
 */
export function parseXml(text: string, part: string, keep?: ReadonlySet<string>): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const open: Draft[] = [];
  let root: XmlElement | undefined;
  let skipped = 0;
  let built = 0;
  parser.on('error', (error) => {
    throw damaged(part, error);
  });
  parser.on('doctype', () => {
    throw unsafe(part);
  });
  parser.on('opentag', (tag) => {
    if (skipped > 0 || (open.length === 1 && keep && !keep.has(tag.local))) {
      skipped++;
      return;
    }
    if (open.length >= MAX_DEPTH) throw damaged(part);
    if (++built > MAX_ELEMENTS) throw outOfProportion(part);
    const openEnd = parser.position + offset;
    const element = draftOf(tag, text.lastIndexOf('<', openEnd - 1), openEnd);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (skipped > 0) {
      skipped--;
      return;
    }
    const element = open.pop();
    if (!element) return;
    element.end = parser.position + offset;
    if (open.length === 0) root = element;
  });
  const addText = (value: string): void => {
    const element = open.at(-1);
    if (element && skipped === 0) element.text += value;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(offset === 1 ? text.slice(1) : text).close();
  if (!root) throw damaged(part);
  return root;
}

function draftOf(tag: SaxesTagNS, start: number, openEnd: number): Draft {
  const written = Object.values(tag.attributes);
  const attributes =
    written.length === 0 ? NO_ATTRIBUTES : new Map(written.map(({ name, value }) => [name, value]));
  const prefixed = written.filter((attribute) => attribute.prefix !== '');
  const qualified =
    prefixed.length === 0
      ? NO_ATTRIBUTES
      : new Map(prefixed.map(({ uri, local, value }) => [`{${uri}}${local}`, value]));
  const { local: name, prefix, uri: namespace, isSelfClosing: selfClosing } = tag;
  return {
    name,
    prefix,
    namespace,
    attributes,
    qualified,
    children: [],
    text: '',
    start,
    openEnd,
    end: openEnd,
    selfClosing,
  };
}

/** The problem of a part that is not well-formed XML. */
export function damaged(part: string, cause?: unknown): Problem {
  return new Problem(
    'workbook/damaged',
    `The workbook is damaged: ${part} is not well-formed XML; open it in Excel, let it repair the file, save and retry.`,
    { cause },
  );
}

/** The problem of a part that is far larger than a part of its kind can be. */
export function outOfProportion(part: string): Problem {
  return new Problem(
    'workbook/too-large',
    `The workbook is too large to be read safely: ${part} is out of proportion.`,
  );
}

/** The problem of a part with a document type declaration, which no workbook has, and attacks need. */
export function unsafe(part: string): Problem {
  return new Problem(
    'workbook/unsafe-xml',
    `${part} has a document type declaration, which no spreadsheet program writes and which can hide an attack: the workbook is not read.`,
  );
}

/** All elements of that name below the element, at any depth, in document order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** The first child of that name, at any prefix. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The children of that name, at any prefix. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Value of an xsd:boolean attribute (`1`, `true`, `on`), or the default when absent. */
export function isTrue(value: string | undefined, absent = false): boolean {
  if (value === undefined) return absent;
  const word = value.trim().toLowerCase();
  return word === '1' || word === 'true' || word === 'on';
}
