import type { Party } from '../facts/value.js';
import { fold } from '../text/normalise.js';
import type { Clause } from './analyse.js';
import type { Response } from './decision.js';

/** The parties that a question is about. */
export interface FoundParties {
  readonly parties: readonly Party[];
  /** True when the question narrows the list by name or purpose. */
  readonly isSelection: boolean;
}

/** Words by which customers name a purpose; the first of each row that occurs in a party's purpose selects it. */
const PURPOSES: readonly { asked: RegExp; purpose: RegExp }[] = [
  {
    asked: /\b(ai|ki|llm|language models?|sprachmodell\w*|ki-\w+|machine learning)\b/u,
    purpose: /\b(ai|ki)\b/u,
  },
  { asked: /\b(e-?mails?|mails?|\w*mails?|email\w*|mailversand)\b/u, purpose: /mail/u },
  { asked: /\b(ocr|text recognition|texterkennung)\b/u, purpose: /ocr/u },
  { asked: /\b(databases?|datenbank\w*)\b/u, purpose: /(database|datenbank)/u },
  {
    asked:
      /\b(hosting\w*|hoster\w*|hosts?|data cent(er|re)s?|datacenters?|rechenzentr\w*|cloud[- ]?(service )?provider|cloud-?anbieter\w*|infrastructure|infrastruktur\w*)\b/u,
    purpose: /(infrastructure|infrastruktur)/u,
  },
];

/** Certificates as customers name them. */
const CERTIFICATES: readonly { asked: RegExp; certificate: RegExp }[] = [
  { asked: /\b27001\b/u, certificate: /27001/u },
  { asked: /\bsoc ?2\b/u, certificate: /soc ?2/iu },
  { asked: /\bc5\b/u, certificate: /c5/iu },
];

/** Finds the parties that the clause names or whose purpose it names; all of them when it names none. */
export function findParties(all: readonly Party[], clause: Clause, text: string): FoundParties {
  const asked = text.toLowerCase();
  const named = all.filter((party) => mentions(asked, party));
  if (named.length > 0 && named.length < all.length) return { parties: named, isSelection: true };
  const purposes = PURPOSES.filter((row) => row.asked.test(asked));
  const isAboutRoles = purposes.length > 0 && clause.words.length > 0;
  const chosen = all.filter((party) =>
    purposes.some((row) => row.purpose.test(fold(`${party.purpose.en} ${party.purpose.de}`))),
  );
  if (isAboutRoles && chosen.length > 0) return { parties: chosen, isSelection: chosen.length < all.length };
  return { parties: all, isSelection: false };
}

function mentions(asked: string, party: Party): boolean {
  const first = party.short.toLowerCase().split(' ')[0] ?? '';
  return (
    first.length > 2 && new RegExp(`\\b${first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'u').test(asked)
  );
}

/** `yes` or `no` to "are they certified", else the list, or the one party as a value. */
export function partiesResponse(clause: Clause, found: FoundParties, text: string): Response {
  const asked = text.toLowerCase();
  const wanted = CERTIFICATES.filter((row) => row.asked.test(asked));
  if (clause.wants === 'confirm' && wanted.length > 0) {
    const holding = found.parties.filter((party) =>
      wanted.every((row) => party.certificates.some((c) => row.certificate.test(c))),
    );
    if (holding.length === 0) return 'no';
    if (holding.length === found.parties.length) return 'yes';
    return clause.isAboutAll ? 'no' : 'partial';
  }
  if (clause.wants === 'confirm' && clause.asks.size === 0)
    return clause.negators.length % 2 === 1 ? 'no' : 'yes';
  return found.isSelection ? 'value' : 'list';
}
