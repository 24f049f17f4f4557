import { relative } from 'node:path';

/** A path from the current folder with forward slashes; absolute where it lies outside. */
export function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return (near.startsWith('..') || near === '' ? path : near).replaceAll('\\', '/');
}
