import { readdir, readFile } from 'node:fs/promises';
import type { LayoutWords } from '../questionnaire/layout-words.js';
import type { OptionWords } from '../questionnaire/option-words.js';

/** Written by the build beside the compiled code; absent when the code runs from its sources. */
const COMPILED = new URL('../templates/layouts.json', import.meta.url);
const SOURCES = new URL('../../templates/', import.meta.url);

/** The word lists by which columns, rows and options of a questionnaire are recognised. */
export interface Layouts {
  readonly layoutWords: LayoutWords;
  readonly optionWords: OptionWords;
}

/** The word lists of the package: compiled by the build, or from the YAML files where it is not. */
export async function loadLayouts(): Promise<Layouts> {
  try {
    return JSON.parse(await readFile(COMPILED, 'utf8')) as Layouts;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return readLayouts(SOURCES);
  }
}

/**
 * Reads and checks `layouts/*.yaml` and `phrases/options.yaml` of a templates folder.
 * @throws ZodError when a file does not have the shape of its schema
 */
export async function readLayouts(templates: URL): Promise<Layouts> {
  const [{ parse }, { assembleLayoutWords }, { assembleOptionWords }, names] = await Promise.all([
    import('yaml'),
    import('../questionnaire/layout-words.js'),
    import('../questionnaire/option-words.js'),
    readdir(new URL('layouts/', templates)),
  ]);
  const read = async (path: string): Promise<[string, unknown]> => [
    path,
    parse(await readFile(new URL(path, templates), 'utf8')),
  ];
  const layouts = names.filter((name) => name.endsWith('.yaml')).sort();
  return {
    layoutWords: assembleLayoutWords(
      new Map(await Promise.all(layouts.map((name) => read(`layouts/${name}`)))),
    ),
    optionWords: assembleOptionWords(new Map([await read('phrases/options.yaml')])),
  };
}
