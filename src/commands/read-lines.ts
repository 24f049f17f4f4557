import { readFile } from 'node:fs/promises';
import { Problem } from '../problem.js';

/** Largest file of questions; a longer one is surely something else. */
const MAX_BYTES = 20 * 2 ** 20;

/**
 * The non-blank lines of a text file in UTF-8, trimmed, without a byte order mark.
 * @throws Problem when it cannot be read, is too large, no UTF-8 text, or holds no line
 */
export async function readLines(path: string): Promise<string[]> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const why =
      cause.code === 'EISDIR'
        ? 'it is a folder'
        : cause.code === 'ENOENT'
          ? 'there is no such file'
          : cause.code;
    throw new Problem('questions/unreadable', `${path} cannot be read: ${why}.`, { cause });
  });
  if (bytes.byteLength > MAX_BYTES) {
    throw new Problem('questions/too-large', `${path} is too large for a list of questions (over 20 MB).`);
  }
  const lines = decode(path, bytes)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0)
    throw new Problem('questions/empty', `${path} holds no question: write one per line.`);
  return lines;
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem(
      'questions/encoding',
      `${path} is no UTF-8 text: save it as a plain text file in UTF-8, a question per line.`,
      {
        cause,
      },
    );
  }
}
