import type { FactBase } from '../facts/fact-base.js';
import type { Fact } from '../facts/schema.js';
import { availabilityOn } from '../facts/status.js';
import type { Language } from '../match/decision.js';
import { dueText } from './fact-values.js';
import type { LanguagePhrases } from './phrases.js';
import { renderTemplate } from './template.js';

/** A document that shows what the answer says. */
export interface Evidence {
  readonly document: string;
  /** Name in the language of the answer. */
  readonly title: string;
  /** Only then may it be cited; otherwise it is announced at most. */
  readonly available: boolean;
}

/**
 * Documents of the facts on a day, each once: those that a customer can have first, then our own statements about
 * ourselves, then those that are only announced.
 */
export function evidenceFor(
  facts: readonly Fact[],
  base: FactBase,
  language: Language,
  day: string,
): Evidence[] {
  const ids = [...new Set(facts.flatMap(({ evidence }) => evidence))];
  const documents = ids.map((id) => base.documents.get(id)).filter((document) => document !== undefined);
  const ranked = documents.map((document) => {
    const available = availabilityOn(document, day).isAvailable;
    const rank = available ? (document.self_declaration ? 1 : 0) : 2;
    const title = (document.name ?? document.title)[language];
    return { rank, evidence: { document: document.id, title, available } };
  });
  // sort() is stable: within a rank the order of the facts stays.
  return ranked.sort((a, b) => a.rank - b.rank).map(({ evidence }) => evidence);
}

/**
 * The evidence as a customer reads it, or null when there is none: available documents by name and availability; our own
 * fact sheet only where there is no other; announced documents as announced,
 * after that, except for those in `told` (document ids), of which the answer speaks anyway.
 */
export function citationText(
  evidence: readonly Evidence[],
  base: FactBase,
  phrases: LanguagePhrases,
  day: string,
  told: readonly string[] = [],
): { readonly cited: string | null; readonly announced: readonly string[] } {
  const isOwn = ({ document }: Evidence): boolean => base.documents.get(document)?.self_declaration === true;
  const available = evidence.filter((one) => one.available);
  const documents = available.filter((one) => !isOwn(one));
  const cited = documents.length > 0 ? documents : available;
  const names = cited.map((one) =>
    renderTemplate(isOwn(one) ? phrases.evidence.self_declaration : phrases.evidence.available, {
      name: one.title,
    }),
  );
  const announced = evidence
    .filter((one) => !one.available && !isOwn(one) && !told.includes(one.document))
    .map((one) => announcement(one, base, phrases, day));
  return { cited: names.length > 0 ? names.join(phrases.evidence.separator) : null, announced };
}

function announcement(
  { document, title }: Evidence,
  base: FactBase,
  phrases: LanguagePhrases,
  day: string,
): string {
  const entry = base.documents.get(document);
  const availability = entry && availabilityOn(entry, day);
  const due = availability?.due && dueText(availability.due, phrases);
  const isOpen = due !== undefined && !availability?.isUnconfirmed;
  const template = isOpen ? phrases.evidence.announced : phrases.evidence.unconfirmed;
  return renderTemplate(template, { name: title, ...(due !== undefined && { due }) });
}
