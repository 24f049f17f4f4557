import { normalise } from '../text/normalise.js';
import { withoutNumbering } from '../text/numbering.js';

/** Most items of a list, and most words of one. */
const MOST_ITEMS = 8;
const LONGEST_ITEM = 5;

/** A list in brackets: `Backups (frequency, retention)`, with what stands around it. */
const IN_BRACKETS = /^(?<before>[^()]{3,120})\((?<list>[^()]+)\)(?<after>[^()]*)$/u;

/** A list behind a colon: `Backups: frequency, retention`; not `RPO: what is yours?`, which is a question. */
const BEHIND_COLON = /^(?<before>[^:?]{3,80}):\s+(?<list>[^:?]+?)[.]?$/u;

/** Between items. */
const SEPARATOR = /\s*(?:[,;/]|\s(?:and|und|sowie|as well as)\s)\s*/iu;

/** Begins an illustration rather than a list of demands. */
const ILLUSTRATION =
  /^\s*(?:e\.? ?g\.?|z\.? ?b\.?|i\.? ?e\.?|d\.? ?h\.?|such as|for example|wie|bzw|incl|inkl|including)\b/iu;

/**
 * A heading with a list of what is wanted of it, as one text per item: `Backup: frequency, retention` gives `Backup
 * frequency` and `Backup retention`. Null where the text is no such list.
 */
export function expandList(text: string): string[] | null {
  const clean = withoutNumbering(normalise(text));
  const groups = (IN_BRACKETS.exec(clean) ?? BEHIND_COLON.exec(clean))?.groups;
  if (!groups?.before || !groups.list || ILLUSTRATION.test(groups.list)) return null;
  const items = groups.list
    .split(SEPARATOR)
    .map((item) => item.trim())
    .filter(Boolean);
  const isList = items.length >= 2 && items.length <= MOST_ITEMS && items.every(isItem);
  const around = [groups.before.trim(), (groups.after ?? '').trim()].filter(Boolean).join(' ');
  return isList ? items.map((item) => `${around} ${item}`) : null;
}

function isItem(item: string): boolean {
  return /\p{L}{3}/u.test(item) && item.split(' ').length <= LONGEST_ITEM;
}
