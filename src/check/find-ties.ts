import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FactBase } from '../facts/fact-base.js';
import type { Matcher } from '../match/matcher.js';
import type { Catalogue } from '../topics/catalogue.js';
import type { TopicFile } from '../topics/schema.js';
import type { Tie } from './rule.js';

/** Phrases of a topic that are tried, per language. */
const MOST_TRIED = 40;

/**
 * Questions of the company's own topics (the folder `topics` beside the facts) that reach a second fact as well as the
 * topic's own. The topics of the package are tuned among themselves and not tried again.
 * @throws Problem `topics/invalid`
 */
export async function findTies(factsDir: string, facts: FactBase, day: string): Promise<Tie[]> {
  const folder = join(factsDir, 'topics');
  if (!existsSync(folder)) return [];
  const [{ readTopicFiles }, { loadCatalogue }, { createMatcher }] = await Promise.all([
    import('../topics/read-source.js'),
    import('../topics/load.js'),
    import('../match/matcher.js'),
  ]);
  const catalogue = await loadCatalogue({ userDir: factsDir });
  const own = readTopicFiles(folder).flatMap((file) => file.topics);
  return own
    .filter(({ id }) => facts.facts.has(id))
    .flatMap((topic) =>
      (['de', 'en'] as const).flatMap((language) =>
        tiesOf(topic, language, catalogue, createMatcher(catalogue, facts, day, { language })),
      ),
    );
}

type Topic = TopicFile['topics'][number];

/** The first tie with each other fact. */
function tiesOf(topic: Topic, language: 'de' | 'en', catalogue: Catalogue, matcher: Matcher): Tie[] {
  const questions = [...topic.examples[language], ...topic.terms[language]].slice(0, MOST_TRIED);
  const ties = new Map<string, Tie>();
  for (const question of questions) {
    for (const { explanation } of matcher.trace({ text: question }).clauses) {
      const reached = explanation.chosen.filter(({ hasFact }) => hasFact);
      const self = reached.find((one) => catalogue.topics[one.topic]?.id === topic.id);
      if (self === undefined) continue;
      for (const other of reached) {
        const id = catalogue.topics[other.topic]?.id ?? '';
        if (other === self || ties.has(id) || !isSameSet(self.explained, other.explained)) continue;
        ties.set(id, { facts: [topic.id, id], question });
      }
    }
  }
  return [...ties.values()];
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
