import type { FactBase } from '../facts/fact-base.js';
import type { Document, Fact } from '../facts/schema.js';
import type { Words } from '../facts/value.js';
import type { Subject } from './rule.js';

/** A text in both languages, and where it stands. */
export interface OwnWords {
  readonly at: Subject;
  readonly path: readonly (string | number)[];
  readonly words: Words;
  readonly fact?: Fact;
  readonly document?: Document;
}

/** Every text in two languages that the facts hold. */
export function* ownWords(base: FactBase): Generator<OwnWords> {
  for (const section of base.sections) {
    yield { at: { kind: 'section', id: section.id }, path: ['title'], words: section.title };
  }
  for (const fact of base.facts.values()) yield* wordsOfFact(fact);
  for (const document of base.documents.values()) {
    const at = { kind: 'document', id: document.id } as const;
    yield { at, path: ['title'], words: document.title, document };
    if (document.name !== undefined) yield { at, path: ['name'], words: document.name, document };
    yield { at, path: ['display'], words: document.display, document };
  }
  for (const { fact, source, label, display } of base.roadmap) {
    const at = { kind: 'roadmap', fact, row: source.row } as const;
    yield { at, path: ['label'], words: label };
    yield { at, path: ['display'], words: display };
  }
}

function* wordsOfFact(fact: Fact): Generator<OwnWords> {
  const at = { kind: 'fact', id: fact.id } as const;
  yield { at, path: ['label'], words: fact.label, fact };
  yield { at, path: ['display'], words: fact.display, fact };
  if (fact.extent !== undefined) yield { at, path: ['extent'], words: fact.extent, fact };
  const { value } = fact;
  if (value.kind === 'text' || value.kind === 'separation') {
    yield { at, path: ['value', 'text'], words: value.text, fact };
  }
  if (value.kind === 'parties') {
    for (const [index, { purpose }] of value.parties.entries()) {
      yield { at, path: ['value', 'parties', index, 'purpose'], words: purpose, fact };
    }
  }
}
