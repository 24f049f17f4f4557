import { readFile } from 'node:fs/promises';
import type { TopicArea } from '../topics/overview.js';
import type { OutputFile } from './write-outputs.js';

const FOLDER = new URL('../../templates/init/', import.meta.url);

/** How often questions on a topic occur, by the weight of the topic. */
const HOW_OFTEN: Readonly<Record<number, string>> = {
  3: 'in nearly every questionnaire',
  2: 'in many questionnaires',
  1: 'rarely',
};

/** What starter files say besides the topics. */
export interface StarterContext {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly version: string;
  /** Folder of the hook as it follows `git config core.hooksPath`, in quotes where a shell needs them. */
  readonly hooks: string;
}

/** A file, and whether it is a program. */
export interface StarterFile extends OutputFile {
  readonly isExecutable?: boolean;
}

/**
 * The files of a new project: facts per area, in which every topic stands as a comment; a workflow; a hook. Paths are
 * relative to the project.
 */
export async function makeStarterFiles(
  areas: readonly TopicArea[],
  { day, version, hooks }: StarterContext,
): Promise<StarterFile[]> {
  const [area, fact, documents, workflow, hook, blanks] = await Promise.all(
    ['area.yaml', 'fact.yaml', 'documents.yaml', 'workflow.yml', 'pre-commit', 'values.yaml'].map((name) =>
      readFile(new URL(name, FOLDER), 'utf8'),
    ),
  );
  const { parse } = await import('yaml');
  const values = parse(blanks ?? '') as Readonly<Record<string, string>>;
  const files = areas.map(
    (one, index): StarterFile => ({
      path: `facts/${slug(one.area.en)}.yaml`,
      content: renderArea(one, index + 1, { area: area ?? '', fact: fact ?? '', values, day }),
    }),
  );
  return [
    ...files,
    {
      path: 'facts/documents.yaml',
      content: fill(documents ?? '', { day, order: String(areas.length + 1) }),
    },
    { path: '.github/workflows/security-facts.yml', content: fill(workflow ?? '', { version }) },
    { path: '.githooks/pre-commit', content: fill(hook ?? '', { hooks }), isExecutable: true },
  ];
}

interface AreaTemplates {
  readonly area: string;
  readonly fact: string;
  /** Blanks for the value, by topic or by kind of value. */
  readonly values: Readonly<Record<string, string>>;
  readonly day: string;
}

/** Most asked first. */
function renderArea(
  { area, topics }: TopicArea,
  order: number,
  { area: template, fact, values, day }: AreaTemplates,
): string {
  const section = slug(area.en);
  const ranked = topics
    .map((topic, index) => ({ topic, index }))
    .sort((a, b) => b.topic.weight - a.topic.weight || a.index - b.index);
  const facts = ranked.map(({ topic }, index) => {
    const text = fill(fact, {
      id: topic.id,
      value: values[topic.id] ?? values[topic.value] ?? '{ kind: none }',
      label_de: quoted(topic.label.de),
      label_en: quoted(topic.label.en),
      section,
      row: String(index + 1),
      day,
    });
    const title = `# ${topic.label.en}: asked ${HOW_OFTEN[topic.weight] ?? ''}`;
    return [
      title,
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `# ${line}`),
    ].join('\n');
  });
  return fill(template, {
    title: area.en,
    section,
    order: String(order),
    title_de: quoted(area.de),
    title_en: quoted(area.en),
    facts: facts.join('\n#\n'),
  });
}

/** `Data life cycle` is `data-life-cycle`: a name for a file and for a section. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Text as a double-quoted YAML scalar, which JSON strings are. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z_]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
