import type { Figure } from '#language/find-figures.ts';
import { isMeasure } from '../../is-measure.ts';
import { MOST_TIMES } from '../is-other-measure.ts';
import type { Statement } from '../read-statements.ts';
import { commonWords } from '../takes-up.ts';
import type { Pair } from './pair.ts';
import { nearness } from './place-traits.ts';

/** Whether the two measure something alike, and come to other figures. */
export function figureTraits({ first, second, neighbours }: Pair): string[] {
  const near = nearness(second.place - first.place);
  const [ones, others] = [measuresOf(first), measuresOf(second)];
  const pairs = ones.flatMap((one) => others.map((other) => ({ one, other })));
  const isSame = pairs.some(({ one, other }) => one.kind === other.kind && one.value === other.value);
  const differing = isSame ? [] : pairs.filter(({ one, other }) => one.kind === other.kind && one.unit === other.unit);
  const isClose = differing.some(({ one, other }) => areClose(one, other));
  return [
    ...(pairs.length > 0 ? [`both measure ${near}`] : []),
    ...(ones.length > 0 ? ['first measures'] : []),
    ...(others.length > 0 ? ['second measures'] : []),
    ...(isSame ? ['same figure'] : []),
    ...(differing.length > 0 ? ['other figure', `other figure ${near}`] : []),
    ...(differing.length > 0 && neighbours.isLast ? ['other figure last'] : []),
    ...(differing.length > 0 && commonWords(first, second).length > 0 ? ['other figure of one matter'] : []),
    ...(differing.length > 0 && pairs.length === 1 ? ['one figure each'] : []),
    ...(isClose ? ['close figure', `close figure ${near}`] : []),
  ];
}

function measuresOf({ figures }: Statement): Figure[] {
  return figures.filter((figure) => figure.value !== null && isMeasure(figure));
}

function areClose({ value: one }: Figure, { value: other }: Figure): boolean {
  if (one === null || other === null) return false;
  const times = one / other;
  return times < MOST_TIMES && times > 1 / MOST_TIMES;
}
