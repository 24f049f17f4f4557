import { type OwnWords, ownWords } from '../own-words.js';
import type { Rule } from '../rule.js';

/** Words that promise the whole. `fully compliant`, `✓ Available`; not `Partial`, `für alle Nutzer`. */
const WHOLE = {
  de: /✓|✔|\b100 ?%|(?<![\p{L}-])(?:ja|vollständig\p{L}*|vollumfänglich\p{L}*|komplett\p{L}*|voll(?:e[mnrs]?)?|immer|stets|jederzeit|garantiert|ausnahmslos|lückenlos\p{L}*|uneingeschränkt\p{L}*|bereits umgesetzt)(?!\p{L})/iu,
  en: /✓|✔|\b100 ?%|(?<![\p{L}-])(?:yes|full|fully|complete|completely|entirely|always|guaranteed|without exception|at all times|already in place)(?!\p{L})/iu,
} as const;
/** Words that say a document is there. `available immediately`; not `available from Q4 2026`. */
const AT_ONCE = { de: /✓|✔|sofort|jederzeit/iu, en: /✓|✔|immediately|at any time|right away/iu } as const;
/** What turns a promise round, right before it. `noch nicht vollständig`, `not fully`. */
const NEGATED = /(?<!\p{L})(?:nicht|kein\p{L}*|not|never)\s+(?:yet\s+)?$/iu;

/** A planned measure must not read as done: a customer quotes the words, not the status. */
export const wordingOverclaim: Rule = {
  id: 'wording/overclaim',
  severity: 'error',
  summary: 'words such as yes, fully or always where the status is planned or partial',
  hint: 'Word it as what it is: planned, partial, not in place; or correct the status.',
  *check({ base }) {
    for (const own of ownWords(base)) {
      const state = stateOf(own);
      if (state === null || own.path[0] === 'label' || own.path[0] === 'title') continue;
      for (const language of ['de', 'en'] as const) {
        const claim = claimIn(own.words[language], state.claims[language]);
        if (claim === null) continue;
        const message = `${state.name} is ${state.status}, but its ${own.path[0]} says "${claim}"`;
        yield { at: own.at, path: [...own.path, language], message };
      }
    }
  },
};

function stateOf({ fact, document }: OwnWords): {
  readonly name: string;
  readonly status: string;
  readonly claims: { readonly de: RegExp; readonly en: RegExp };
} | null {
  if (fact !== undefined) {
    if (fact.status === 'implemented') return null;
    return { name: `fact ${fact.id}`, status: fact.status.replace('_', ' '), claims: WHOLE };
  }
  if (document === undefined || document.available === 'immediately') return null;
  return { name: `document ${document.id}`, status: 'only announced', claims: AT_ONCE };
}

function claimIn(text: string, pattern: RegExp): string | null {
  const found = pattern.exec(text);
  if (found === null || NEGATED.test(text.slice(0, found.index))) return null;
  return found[0];
}
