import { nearestWord } from '../nearest-word.js';
import type { Rule } from '../rule.js';

/** Whoever has more unknown ids than this did not mistype them; looking for neighbours of each takes long. */
const MOST_SUGGESTIONS = 25;

/** A fact that no question reaches, since topics lead from questions to facts by their id. */
export const referenceUnknownTopic: Rule = {
  id: 'reference/unknown-topic',
  severity: 'warning',
  summary: 'a fact whose id is no topic, so that no question reaches it',
  hint: 'Take the id of a topic, or describe a topic of your own in the folder "topics" beside the facts.',
  *check({ base, topics }) {
    if (topics.size === 0) return;
    let unknown = 0;
    for (const { id } of base.facts.values()) {
      if (topics.has(id)) continue;
      unknown += 1;
      const nearest = unknown > MOST_SUGGESTIONS ? null : nearestWord(id, topics);
      const advice = nearest === null ? '' : `; did you mean "${nearest}"?`;
      yield {
        at: { kind: 'fact', id },
        path: ['id'],
        message: `fact ${id} belongs to no topic, so no question reaches it${advice}`,
      };
    }
  },
};
