import type { Card } from '#core/card.ts';
import { Problem, type ProblemCode } from '#core/problem.ts';
import { problemParts } from './problem-words.ts';

/**
 * A failure for whoever asked: what happened, what to do, and small the fact behind it. Of a slip in what was typed the fact
 * is what helps ("did you mean “cited”?"), and comes first.
 */
export function problemCard(problem: Problem): Card {
  const { what, fact, todo } = problemParts(problem);
  const isSlip = problem.code === 'BAD_USAGE' || problem.code === 'NOT_THERE';
  return {
    title: what,
    blocks: [
      { kind: 'text', text: isSlip ? sentenceOf(fact) : todo },
      { kind: 'note', text: problem.code === 'BAD_USAGE' ? HOW_TO : isSlip ? todo : fact },
    ],
  };
}

/** A chat has its help at hand. */
const HOW_TO = 'A command’s name and “help” show how it is written, as in /brief help.';

/** A fact as it stands in the log, with the signs of a sentence. */
function sentenceOf(fact: string): string {
  return `${fact.charAt(0).toUpperCase()}${fact.slice(1)}${/[.?!…]$/.test(fact) ? '' : '.'}`;
}

/** What stood against an answer in the open, and what to do: told to the asker alone, or in the place of what was refused. */
export function undeliveredCard(code: ProblemCode): Card {
  const { what, todo } = problemParts(new Problem(code, ''));
  return { title: what, blocks: [{ kind: 'text', text: todo }] };
}

/** A failure that nobody foresaw; the log has it under this id. */
export function unexpectedCard(id: string): Card {
  return {
    title: 'Something went wrong inside byline.',
    blocks: [
      { kind: 'text', text: 'Ask again; if it happens once more, tell whoever runs byline here.' },
      { kind: 'note', text: `The log has it as ${id}.` },
    ],
  };
}
