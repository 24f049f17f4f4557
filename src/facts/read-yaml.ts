import type { Node, YAMLMap, Document as YamlDocument } from 'yaml';
import type { Complaint } from './complaint.js';
import type { Position } from './fact-base.js';
import { shorten } from './shorten.js';

type Yaml = typeof import('yaml');

/** A path into the data: keys and indexes. */
export type Path = readonly PropertyKey[];

/** The content of a YAML file and a way back from a path in it to the place in the text. */
export interface YamlContent {
  readonly data: unknown;
  /** Position of the value at the path, or of the nearest enclosing value that exists. */
  locate(path: Path): Position;
  /** Position of a key of the mapping at the path. */
  locateKey(path: Path, key: string): Position;
}

/**
 * Reads YAML 1.2 (core schema) from the bytes of a file. Plain data only: anchors and aliases (they can grow without
 * bound), merge keys, tags of any kind and more than one document per file are refused.
 * `file` is what positions name. Gives the content, or what is wrong with it; never throws for any bytes.
 */
export function readYaml(yaml: Yaml, file: string, bytes: Uint8Array): YamlContent | Complaint[] {
  const at = (line: number, column: number): Position => ({ file, line, column });
  const text = decode(bytes);
  if (text === null) {
    return [{ position: at(1, 1), message: 'this is not UTF-8 text; save the file as UTF-8' }];
  }
  const lines = new yaml.LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return at(Math.max(line, 1), Math.max(col, 1));
  };
  const tooDeep = deepBracket(text);
  if (tooDeep !== null) return [{ position: at(tooDeep.line, tooDeep.column), message: TOO_DEEP }];
  try {
    // uniqueKeys compares every key with every other one; plainData does it by name.
    const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const complaints = syntaxComplaints(document, place);
    if (complaints.length > 0) return complaints;
    const { data, complaints: refused } = plainData(yaml, document, place);
    if (refused.length > 0) return refused;
    if (document.contents === null || data === null) {
      return [{ position: at(1, 1), message: 'the file is empty; write facts into it or delete it' }];
    }
    return { data, ...finder(yaml, document, place) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ position: at(1, 1), message: TOO_DEEP }];
  }
}

/** Brackets that may be open at once: nobody writes more, and the parser gets slow with many. */
const MOST_OPEN = 200;

/** Place of the bracket that opens too many, or null. Brackets within texts count as well, but come in pairs. */
function deepBracket(text: string): { readonly line: number; readonly column: number } | null {
  let open = 0;
  for (const { 0: char, index } of text.matchAll(/[[\]{}]/g)) {
    open = char === '[' || char === '{' ? open + 1 : Math.max(0, open - 1);
    if (open <= MOST_OPEN) continue;
    const before = text.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return null;
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

function syntaxComplaints(document: YamlDocument, place: (offset: number) => Position): Complaint[] {
  return [...document.errors, ...document.warnings].map((error) => ({
    position: place(error.pos[0]),
    message: syntaxSentence(error.code, error.message),
  }));
}

function syntaxSentence(code: string, message: string): string {
  // The parser reports its own stack overflow as a finding.
  if (message.includes('call stack')) return TOO_DEEP;
  return SYNTAX_SENTENCES[code] ?? `not valid YAML: ${message.split('\n')[0]}`;
}

const TOO_DEEP = 'the file is nested too deeply to be read';

const SYNTAX_SENTENCES: Readonly<Partial<Record<string, string>>> = {
  TAB_AS_INDENT: 'found a tab as indentation, expected spaces',
  MULTIPLE_DOCS: 'found a second document (---), expected one per file',
  TAG_RESOLVE_FAILED: 'found a tag (!...), expected plain values',
};

/** The data of a document, and complaints about what is legal YAML but has no place in a facts file. */
function plainData(
  yaml: Yaml,
  document: YamlDocument,
  place: (offset: number) => Position,
): { data: unknown; complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const complain = (node: unknown, message: string): void => {
    const offset = yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
    complaints.push({ position: place(offset), message });
  };
  const version = document.directives?.yaml.version ?? '1.2';
  if (version !== '1.2') complain(null, `found %YAML ${version}, expected YAML 1.2 (leave the line out)`);
  const convert = (node: unknown): unknown => {
    if (yaml.isAlias(node)) {
      complain(
        node,
        `found an alias (*${shorten(node.source).slice(1, -1)}), expected the value written out`,
      );
      return null;
    }
    if (!yaml.isScalar(node) && !yaml.isCollection(node)) return null;
    if (node.tag) complain(node, `found a tag (${shorten(node.tag).slice(1, -1)}), expected plain values`);
    if (node.anchor)
      complain(node, `found an anchor (&${shorten(node.anchor).slice(1, -1)}), expected plain values`);
    if (yaml.isScalar(node)) return node.value;
    return yaml.isMap(node) ? convertMap(node) : node.items.map(convert);
  };
  const convertMap = (map: YAMLMap): object => {
    const data: Record<string, unknown> = {};
    for (const { key, value } of map.items) {
      const name = yaml.isScalar(key) ? String(key.value) : null;
      const trouble = keyTrouble(name, data);
      if (trouble !== null || name === null) complain(key ?? map, trouble ?? '');
      else data[name] = convert(value);
    }
    return data;
  };
  return { data: convert(document.contents), complaints };
}

function keyTrouble(name: string | null, present: object): string | null {
  if (name === null) return 'found a key that is not a word, expected a plain key';
  if (name === '<<') return 'found a merge key (<<), expected the values written out';
  if (name === '__proto__') return 'unknown key "__proto__"';
  return Object.hasOwn(present, name) ? `found the key ${shorten(name)} twice, expected it once` : null;
}

function finder(
  yaml: Yaml,
  document: YamlDocument,
  place: (offset: number) => Position,
): Omit<YamlContent, 'data'> {
  const start = (node: Node | null | undefined): Position => place(node?.range?.[0] ?? 0);
  const nodeAt = (path: Path): Node | null => {
    let node: unknown = document.contents;
    let found: Node | null = document.contents;
    for (const step of path) {
      if (!yaml.isCollection(node)) return found;
      node = node.get(typeof step === 'symbol' ? String(step) : step, true);
      if (!yaml.isNode(node)) return found;
      found = node;
    }
    return found;
  };
  return {
    locate: (path) => start(nodeAt(path)),
    locateKey: (path, key) => {
      const map = nodeAt(path);
      const pair = yaml.isMap(map)
        ? map.items.find((item) => yaml.isScalar(item.key) && String(item.key.value) === key)
        : undefined;
      return start(yaml.isNode(pair?.key) ? pair.key : map);
    },
  };
}
