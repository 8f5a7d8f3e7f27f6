import type { Pair } from './pair.ts';

/** Where the two stand to each other, and who says them. */
export function placeTraits({ first, second, speakers, passages, neighbours, between }: Pair): string[] {
  const { isNext, isLast } = neighbours;
  const sentences = second.place - first.place;
  const paragraphs = Math.min(2, passages[1].paragraph - passages[0].paragraph);
  const [one, other] = speakers;
  const kindOf = ({ source: { kind, named } }: typeof one) => `${kind}${named ? ' named' : ''}`;
  return [
    `sentences ${stepOf(sentences, [1, 2, 3, 5])}`,
    `paragraphs ${paragraphs}`,
    `place ${paragraphs} ${stepOf(sentences, [1, 2])} ${isLast ? 'last' : isNext ? 'next' : ''}`,
    ...(isNext ? ['next'] : []),
    ...(isLast ? ['last'] : []),
    `statements between ${Math.min(3, between.statements)}`,
    `sources between ${Math.min(3, between.sources)}`,
    `first by ${kindOf(one)}`,
    `second by ${kindOf(other)}`,
    `by ${one.source.kind} and ${other.source.kind}`,
    ...(shareWord(one.words, other.words) ? ['of one house'] : []),
    ...toldOf(first, other.words).map((name) => `first tells of second ${name}`),
    ...toldOf(second, one.words).map(() => 'second tells of first'),
  ];

  function toldOf({ plain }: typeof first, words: ReadonlySet<string>): string[] {
    return plain.some((word) => words.has(word)) ? ['', nearness(sentences)] : [];
  }
}

/** "Near", "further" or "far": what else is seen says less over a distance. */
export function nearness(sentences: number): string {
  return ['near', 'further', 'far'][stepOf(sentences, [2, 4])] ?? '';
}

/** How many of the steps a value has reached. */
export function stepOf(value: number, steps: readonly number[]): number {
  return steps.filter((step) => value >= step).length;
}

function shareWord(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return !one.isDisjointFrom(other);
}
