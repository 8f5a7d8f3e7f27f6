import type { Block, Card } from '#core/card.ts';
import type { Finding } from '#core/finding.ts';

/** What works, what is off and what is broken, broken first. What works needs no word that says so: the title does. */
export function doctorCard(findings: readonly Finding[]): Card {
  const broken = findings.filter(({ state }) => state === 'broken').length;
  const blocks = findings
    .toSorted((a, b) => RANK[a.state] - RANK[b.state])
    .map(
      ({ subject, state, fact, todo }): Block => ({
        kind: 'point',
        text: `${subject}${state === 'works' ? '' : ` (${state})`}: ${fact}`,
        credit: todo,
        passage: null,
      }),
    );
  const title =
    broken === 0
      ? 'Everything that is configured works.'
      : `${broken} of ${findings.length} ${broken === 1 ? 'does' : 'do'} not work.`;
  return { title, blocks };
}

const RANK = { broken: 0, works: 1, off: 2 } as const;
