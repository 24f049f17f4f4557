import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Problem } from '../problem.js';
import { LexiconSchema } from '../text/lexicon.js';
import { AspectFile } from './aspects.js';
import type { CatalogueSource } from './compile.js';
import { TopicFile } from './schema.js';

/** Reads the catalogue's YAML: `topics/*.yaml` and `language/{de,en,aspects}.yaml` below a templates folder. */
export function readCatalogueSource(templatesDir: string): CatalogueSource {
  const language = join(templatesDir, 'language');
  return {
    files: readTopicFiles(join(templatesDir, 'topics')),
    aspects: readYaml(join(language, 'aspects.yaml'), AspectFile).aspects,
    lexicons: {
      de: readYaml(join(language, 'de.yaml'), LexiconSchema),
      en: readYaml(join(language, 'en.yaml'), LexiconSchema),
    },
    otherLanguages: readYaml(join(language, 'others.yaml'), z.record(z.string(), z.array(z.string()))),
  };
}

/** Reads every topic file of a folder, in order of file name. @throws Problem naming file, line and what was expected */
export function readTopicFiles(folder: string): TopicFile[] {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => readYaml(join(folder, name), TopicFile));
}

function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, merge: false });
  const error = document.errors[0];
  if (error) {
    const at = lines.linePos(error.pos[0]);
    throw new Problem('topics/invalid', `${path}:${at.line}:${at.col}: ${error.message.split('\n')[0]}`);
  }
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const node = document.getIn(issue.path as (string | number)[], true) as
      | { range?: [number, number, number] }
      | undefined;
    const at = lines.linePos(node?.range?.[0] ?? 0);
    return `${path}:${at.line}:${at.col}: ${issue.path.join('.')}: ${issue.message}`;
  });
  throw new Problem('topics/invalid', problems.join('\n'));
}
