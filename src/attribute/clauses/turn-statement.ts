import type { Span } from '#core/article.ts';
import type { Statement } from '../statement.ts';
import { blankStatement } from './blank-statement.ts';

/** A turn of a conversation, or words with a signature: all of it is its speaker's. */
export function turnStatement(unit: number, speaker: Span, cue: Span | null, content: readonly Span[]): Statement {
  const source = { span: speaker, apposition: null, antecedent: null, place: 'subject' } as const;
  return { ...blankStatement, unit, basis: 'turn', cue, source, content };
}
