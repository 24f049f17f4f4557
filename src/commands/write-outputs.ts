import { rm } from 'node:fs/promises';
import { saveFile } from '../workbook/save.js';

/** A file to write. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes the files of a run, each whole or not at all; when one fails, those written before it are removed again unless
 * they replaced older ones.
 * @param keep the input, which is never replaced
 * @throws Problem when a file exists (without `force`) or cannot be written
 */
export async function writeOutputs(
  files: readonly OutputFile[],
  { force, keep }: { readonly force: boolean; readonly keep: string },
): Promise<void> {
  const written: string[] = [];
  try {
    for (const { path, content } of files) {
      await saveFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content, {
        force,
        keep,
      });
      written.push(path);
    }
  } catch (error) {
    if (!force) await Promise.all(written.map((path) => rm(path, { force: true })));
    throw error;
  }
}
