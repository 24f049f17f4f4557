import { z } from 'zod';
import { typingErrors } from '../text/spelling.js';
import type { Complaint, ComplaintRule } from './complaint.js';
import type { Path, YamlContent } from './read-yaml.js';
import { shorten } from './shorten.js';

type Issue = z.core.$ZodIssue;

/** Unknown keys that one mapping is told of: whoever has more has another kind of file. */
const MOST_KEYS = 25;

/** Turns the findings of a schema into sentences that say where, what was found and what was expected. */
export function explainIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  content: YamlContent,
): Complaint[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, content.data, issue.path);
      return issue.keys.slice(0, MOST_KEYS).map((key) => ({
        position: content.locateKey(issue.path, key),
        message: `${where(content.data, issue.path)}unknown key ${shorten(key)}, ${suggest(key, known)}`,
        rule: 'schema/unknown-key' as const,
      }));
    }
    const found = shorten(valueAt(content.data, issue.path));
    const last = issue.path.at(-1);
    const message = `${where(content.data, issue.path)}found ${found}, expected ${expectation(issue, content.data)}`;
    const isMissing = found === 'nothing' && typeof last === 'string';
    const position = content.locate(isMissing ? issue.path.slice(0, -1) : issue.path);
    return [{ position, message, rule: ruleFor(issue, content.data) }];
  });
}

/** `24 h`, `99.5%`: an amount with its unit; not `24`, `Q4 2026`. */
const AMOUNT_WITH_UNIT = /^\s*\d+(?:[.,]\d+)?\s*[a-zA-Z%]+\.?\s*$/;

/** The rule that an issue falls under, by its place and by what was found there. */
function ruleFor(issue: Issue, data: unknown): ComplaintRule {
  const last = issue.path.at(-1);
  const found = valueAt(data, issue.path);
  if (last === 'owner' && (found === undefined || found === null || found === '')) return 'review/no-owner';
  const isEmpty = found === undefined || found === null || found === '';
  if ((last === 'de' || last === 'en') && isEmpty) return 'wording/missing-language';
  if (last === 'unit') return 'schema/wrong-unit';
  if (issue.code === 'invalid_type' && typeof found === 'string' && AMOUNT_WITH_UNIT.test(found)) {
    return 'schema/wrong-unit';
  }
  const isRange = valueAt(data, [...issue.path.slice(0, -1), 'kind']) === 'duration';
  return last === 'min' && issue.code === 'custom' && isRange ? 'continuity/rto-range' : 'schema/invalid';
}

/** The nearest of the known words if at most a third of the letters are wrong, else the list of them where it is short. */
export function suggest(word: string, known: readonly string[]): string {
  const most = Math.max(1, Math.floor(word.length / 3));
  let nearest: { readonly word: string; readonly errors: number } | null = null;
  for (const candidate of known) {
    const errors = typingErrors(word, candidate, most);
    if (errors <= most && (nearest === null || errors < nearest.errors))
      nearest = { word: candidate, errors };
  }
  if (nearest !== null) return `did you mean "${nearest.word}"?`;
  if (known.length === 0) return 'there is none to choose from';
  return known.length > MOST_LISTED ? 'there is none like it' : `expected one of: ${known.join(', ')}`;
}

/** More words than this are no help to choose from. */
const MOST_LISTED = 20;

function expectation(issue: Issue, data: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return expectedType(issue.expected, issue.path, data);
    case 'invalid_value':
      return among(issue.values.map(String), data, issue.path);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? among(issue.options.map(String), data, issue.path)
        : issue.message;
    case 'too_small':
      if (issue.origin === 'array') return 'at least one entry';
      if (issue.origin === 'string') return 'some text';
      return `a number ${issue.inclusive ? 'not below' : 'above'} ${issue.minimum}`;
    case 'too_big':
      return `a number not above ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function expectedType(type: string, path: Path, data: unknown): string {
  const name = TYPE_NAMES[type] ?? type;
  const found = valueAt(data, path);
  if (type === 'string' && typeof found === 'number') return `${name}; put it in quotes: "${found}"`;
  const example = type === 'object' ? EXAMPLES[String(path.at(-1))] : undefined;
  return example === undefined ? name : `${name} such as ${example}`;
}

const WORDS = '{ de: Text, en: text }';
/** How the mappings that people most often forget are written, by their key. */
const EXAMPLES: Readonly<Partial<Record<string, string>>> = {
  due: '{ quarter: Q4 2026, edge: by }',
  source: '{ section: security, row: 1 }',
  value: '{ kind: duration, max: 4, unit: hours }',
  ...Object.fromEntries(
    ['label', 'display', 'title', 'name', 'extent', 'text', 'purpose'].map((key) => [key, WORDS]),
  ),
};

const TYPE_NAMES: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  number: 'a number such as 99.5',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

function among(values: readonly string[], data: unknown, path: Path): string {
  const found = valueAt(data, path);
  const list = values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;
  if (typeof found !== 'string') return list;
  const hint = suggest(found, values);
  return hint.startsWith('did') ? `${list} (${hint})` : list;
}

/** "fact access.mfa: status: " rather than "facts[4].status: ", since people know ids, not indexes. */
function where(data: unknown, path: Path): string {
  const [list, index, ...rest] = path;
  const kind = typeof list === 'string' ? ENTRY_NAMES[list] : undefined;
  if (kind === undefined || typeof index !== 'number') return path.length === 0 ? '' : `${dotted(path)}: `;
  const id = valueAt(data, [list ?? '', index, 'id']);
  const entry = typeof id === 'string' ? `${kind} ${shorten(id).slice(1, -1)}` : `${kind} ${index + 1}`;
  return rest.length === 0 ? `${entry}: ` : `${entry}: ${dotted(rest)}: `;
}

const ENTRY_NAMES: Readonly<Partial<Record<string, string>>> = {
  facts: 'fact',
  documents: 'document',
  roadmap: 'roadmap row',
};

function dotted(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** Keys that the schema knows for the mapping at the path; the data tells which branch of a union applies. */
function keysAt(schema: z.core.$ZodType, data: unknown, path: Path): string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodPipe) return keysAt(schema.def.in, data, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return keysAt(schema.def.innerType, data, path);
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const kind = valueAt(data, [schema.def.discriminator]);
    const option = schema.def.options.find(
      (one) => one instanceof z.ZodObject && keyLiteral(one, schema.def.discriminator) === kind,
    );
    return option === undefined ? [] : keysAt(option, data, path);
  }
  if (schema instanceof z.ZodUnion) {
    const option = schema.def.options.find((one) => one instanceof z.ZodObject);
    return option === undefined ? [] : keysAt(option, data, path);
  }
  if (schema instanceof z.ZodArray && step !== undefined) {
    return keysAt(schema.def.element, valueAt(data, [step]), rest);
  }
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const inner: unknown = Reflect.get(schema.shape, step);
  return inner instanceof z.ZodType ? keysAt(inner, valueAt(data, [step]), rest) : [];
}

function keyLiteral(schema: z.ZodObject, key: string): unknown {
  const field = schema.shape[key];
  return field instanceof z.ZodLiteral ? field.value : undefined;
}
