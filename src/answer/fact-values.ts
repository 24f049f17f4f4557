import type { FactBase } from '../facts/fact-base.js';
import type { Due, Fact } from '../facts/schema.js';
import { certificatesText } from '../facts/sheet-rows.js';
import { availabilityOn } from '../facts/status.js';
import type { FactValue, Party, TimeUnit } from '../facts/value.js';
import type { Language } from '../match/decision.js';
import type { LanguagePhrases, StatementPlaceholder } from './phrases.js';
import { renderTemplate } from './template.js';

type StatementValues = Partial<Record<StatementPlaceholder, string>>;

/** What the words of a fact depend on. */
export interface WordingContext {
  readonly facts: FactBase;
  readonly language: Language;
  readonly phrases: LanguagePhrases;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/**
 * Values for the placeholders of a statement on the fact; what the fact does not say is absent.
 * `parties`: names of those to list; absent means all.
 */
export function factValues(
  fact: Fact,
  context: WordingContext,
  parties?: readonly string[],
): StatementValues {
  const { language, phrases } = context;
  return defined({
    label: fact.label[language],
    // A check mark belongs on a sheet, not into a sentence.
    display: fact.display[language].replace(/^✓\s*/u, ''),
    extent: fact.extent?.[language],
    due: fact.due && dueText(fact.due, phrases),
    ...valueWords(fact.value, context, parties),
  });
}

/** "for Q4 2026", "from Q2 2026": with the preposition that the sentence needs. */
export function dueText(due: Due, phrases: LanguagePhrases): string {
  return renderTemplate(phrases.due[due.edge], { quarter: due.quarter });
}

type Words = Partial<Record<StatementPlaceholder, string | undefined>>;

function valueWords(value: FactValue, context: WordingContext, parties?: readonly string[]): Words {
  const { phrases, language } = context;
  switch (value.kind) {
    case 'percentage':
      return {
        percentage: renderTemplate(phrases.numbers.percent, { number: numberText(value.percent, phrases) }),
        months:
          value.months === undefined ? undefined : amountText(value.months, 'months', phrases, 'dative'),
      };
    case 'duration':
      return {
        duration: durationText(value, phrases, 'other'),
        duration_dative: durationText(value, phrases, 'dative'),
      };
    case 'frequency':
      return {
        frequency: frequencyText(value.every, value.unit, phrases),
        automated: value.automated ? phrases.flags.automated : undefined,
      };
    case 'retention':
      return {
        standard: amountText(value.standard, value.unit, phrases),
        maximum: value.maximum === undefined ? undefined : amountText(value.maximum, value.unit, phrases),
      };
    case 'algorithm':
      return {
        algorithm: value.key_bits === undefined ? value.name : `${value.name}-${value.key_bits}`,
        product: value.product,
      };
    case 'versions':
      return {
        versions: joinWords(
          value.accepted.map((version) => `${value.protocol} ${version}`),
          phrases,
        ),
        no_plain_http: value.plain_http === 'refused' ? phrases.flags.plain_http_refused : undefined,
      };
    case 'product':
      return { products: value.products.join(phrases.lists.products) };
    case 'region':
      return {
        provider: value.provider,
        region: value.region,
        area: value.area,
        exclusively: value.exclusive ? phrases.flags.exclusive : undefined,
      };
    case 'parties':
      return { parties: partiesText(value.parties, language, phrases, parties) };
    case 'document':
      return documentWords(value.document, context);
    case 'milestone':
      return { progress: value.progress === undefined ? undefined : phrases.flags[value.progress] };
    case 'text':
    case 'separation':
      return { text: value.text[language] };
    case 'none':
      return {};
  }
}

function documentWords(id: string, { facts, language, phrases, day }: WordingContext): Words {
  const document = facts.documents.get(id);
  if (document === undefined) return {};
  const { isAvailable, due } = availabilityOn(document, day);
  return {
    document: (document.name ?? document.title)[language],
    availability: isAvailable
      ? phrases.document.immediately
      : due && renderTemplate(phrases.document.announced, { due: dueText(due, phrases) }),
  };
}

type Form = 'other' | 'dative';

function durationText(
  value: Extract<FactValue, { kind: 'duration' }>,
  phrases: LanguagePhrases,
  form: Form,
): string {
  if (value.min === undefined) return amountText(value.max, value.unit, phrases, form);
  return renderTemplate(phrases.numbers.range, {
    min: numberText(value.min, phrases),
    max: numberText(value.max, phrases),
    unit: phrases.units[value.unit][form],
  });
}

function amountText(amount: number, unit: TimeUnit, phrases: LanguagePhrases, form: Form = 'other'): string {
  return renderTemplate(phrases.numbers.amount, {
    count: numberText(amount, phrases),
    unit: phrases.units[unit][amount === 1 ? 'one' : form],
  });
}

function frequencyText(every: number, unit: TimeUnit, phrases: LanguagePhrases): string {
  const { one, other } = phrases.frequency[unit];
  return every === 1 ? one : renderTemplate(other, { count: numberText(every, phrases) });
}

function numberText(value: number, phrases: LanguagePhrases): string {
  return String(value).replace('.', phrases.numbers.decimal);
}

function joinWords(words: readonly string[], { lists }: LanguagePhrases): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : words.slice(0, -1).join(lists.separator) + lists.last + last;
}

function partiesText(
  parties: readonly Party[],
  language: Language,
  { lists }: LanguagePhrases,
  selected?: readonly string[],
): string {
  return parties
    .filter(({ name }) => selected === undefined || selected.includes(name))
    .map((party) =>
      renderTemplate(lists.party, {
        name: party.name,
        purpose: party.purpose[language],
        certificates: certificatesText(party),
      }),
    )
    .join(lists.parties);
}

function defined(words: Words): StatementValues {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}
