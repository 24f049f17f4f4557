import type { FactBase } from '../../facts/fact-base.js';
import { type OwnWords, ownWords } from '../own-words.js';
import type { Rule } from '../rule.js';
import { textAfter, textBefore } from '../surroundings.js';

/** Words that promise the whole. `fully compliant`, `✓ Available`; not `Partial`, `für alle Nutzer`. */
const WHOLE = {
  de: /✓|✔|\b100 ?%|(?<![\p{L}-])(?:ja|vollständig\p{L}*|vollumfänglich\p{L}*|komplett\p{L}*|voll(?:e[mnrs]?)?|immer|stets|jederzeit|garantiert|ausnahmslos|lückenlos\p{L}*|uneingeschränkt\p{L}*|überall|flächendeckend\p{L}*|umgesetzt|implementiert|eingeführt|abgeschlossen|erledigt)(?!\p{L})/giu,
  en: /✓|✔|\b100 ?%|(?<![\p{L}-])(?:yes|full|fully|complete|completed?|completely|entirely|always|guaranteed|without exceptions?|at all times|everywhere|implemented|in place|done)(?!\p{L})/giu,
} as const;
/** Words that say a document is there. `available immediately`; not `available from Q4 2026`. */
const AT_ONCE = {
  de: /✓|✔|(?<!\p{L})(?:sofort|jederzeit)(?!\p{L})/giu,
  en: /✓|✔|(?<!\p{L})(?:immediately|at any time|right away|at once)(?!\p{L})/giu,
} as const;
/**
 * What turns a promise round in the part of the sentence before it. `noch nicht ganz vollständig`, `will be fully`,
 * `to be implemented`; not `Fully`.
 */
const HEDGED_BEFORE = {
  de: /(?<!\p{L})(?:nicht|kein\p{L}*|wird|werden|soll(?:en)?|teilweise|teils|zum Teil)(?!\p{L})[^.;–—]*$/iu,
  en: /(?<!\p{L})(?:not|never|will|to be|being|partial|partially|partly|in part)(?!\p{L})[^.;–—]*$/iu,
} as const;
/** The same after it. `umgesetzt werden`, `Ja, teilweise`, `implemented in part`; not `Yes`. */
const HEDGED_AFTER = {
  de: /^[^.;–—]*(?<!\p{L})(?:nicht|werden|wird|teilweise|teils|zum Teil)(?!\p{L})/iu,
  en: /^[^.;–—]*(?<!\p{L})(?:partial|partially|partly|in part)(?!\p{L})/iu,
} as const;

/** A planned measure must not read as done: a customer quotes the words, not the status. */
export const wordingOverclaim: Rule = {
  id: 'wording/overclaim',
  severity: 'error',
  summary: 'words such as yes, fully or always where the status is planned or partial',
  hint: 'Word it as what it is: planned, partial, not in place; or correct the status.',
  *check({ base }) {
    for (const own of ownWords(base)) {
      const state = stateOf(own, base);
      if (state === null || own.path[0] === 'label' || own.path[0] === 'title') continue;
      for (const language of ['de', 'en'] as const) {
        const claim = claimIn(own.words[language], language, state.claims);
        if (claim === null) continue;
        const message = `${state.name} is ${state.status}, but its ${own.at.kind === 'roadmap' ? 'row on the roadmap' : own.path[0]} says "${claim}"`;
        yield { at: own.at, path: [...own.path, language], message };
      }
    }
  },
};

interface State {
  readonly name: string;
  readonly status: string;
  readonly claims: typeof WHOLE | typeof AT_ONCE;
}

function stateOf({ at, fact: own, document }: OwnWords, base: FactBase): State | null {
  const fact = at.kind === 'roadmap' ? base.facts.get(at.fact) : own;
  if (fact !== undefined) {
    if (fact.status === 'implemented') return null;
    return { name: `fact ${fact.id}`, status: fact.status.replace('_', ' '), claims: WHOLE };
  }
  if (document === undefined || document.available === 'immediately') return null;
  return { name: `document ${document.id}`, status: 'only announced', claims: AT_ONCE };
}

/** The first promise of a text that its sentence does not take back. */
function claimIn(text: string, language: 'de' | 'en', claims: State['claims']): string | null {
  for (const { 0: claim, index } of text.matchAll(claims[language])) {
    const isHedged =
      HEDGED_BEFORE[language].test(textBefore(text, index)) ||
      HEDGED_AFTER[language].test(textAfter(text, index + claim.length));
    if (!isHedged) return claim;
  }
  return null;
}
