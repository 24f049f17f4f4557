import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as yaml from 'yaml';
import { z } from 'zod';
import type { Complaint } from '../facts/complaint.js';
import { explainIssues } from '../facts/explain-issue.js';
import { readYaml as readPlainYaml } from '../facts/read-yaml.js';
import { Problem } from '../problem.js';
import { LexiconSchema } from '../text/lexicon.js';
import { AspectFile } from './aspects.js';
import type { CatalogueSource } from './compile.js';
import { listTopicFiles } from './list-topic-files.js';
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
  return listTopicFiles(folder).map((path) => readYaml(path, TopicFile));
}

/** No YAML file written by people comes near this. */
const LARGEST_FILE = 8 * 1024 * 1024;

function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  const content = readPlainYaml(yaml, path, readBytes(path));
  if (Array.isArray(content)) throw invalid(content.slice(0, 1));
  const result = schema.safeParse(content.data);
  if (result.success) return result.data;
  throw invalid(explainIssues(result.error.issues, schema, content));
}

function readBytes(path: string): Uint8Array {
  const complain = (message: string) => invalid([{ position: { file: path, line: 1, column: 1 }, message }]);
  try {
    const info = statSync(path);
    if (info.isDirectory()) throw complain('found a folder, expected a YAML file; rename or move it');
    if (info.size > LARGEST_FILE) throw complain('the file is larger than 8 MB, too large for a YAML file');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error && 'code' in error)) throw error;
    throw complain(`the file cannot be read (${String(error.code)})`);
  }
}

function invalid(complaints: readonly Complaint[]): Problem {
  const lines = complaints.map(
    ({ position: { file, line, column }, message }) => `${file}:${line}:${column}: ${message}`,
  );
  return new Problem('topics/invalid', lines.join('\n'));
}
