/** What a passage is ranked by, each 0..1. */
export type Grounds = {
  /** The share of the question that it holds, with the sentences beside it. */
  readonly coverage: number;
  /** How well the best thing in it is of the kind asked for. */
  readonly fit: number;
  /** The share of the question that hangs on that thing. */
  readonly ground: number;
  readonly together: number;
  /** What it takes up of the question from the sentence before. */
  readonly takenUp: number;
  /** What it says of a reason or a yes or no that the sentence before leads up to: the share of the question that stands there. */
  readonly ledTo: number;
  /** Whether a reason is asked for, and a word of it tells one: "because", "blamed". */
  readonly isReason: boolean;
  /** Whether somebody's words are asked for, and stand in it. */
  readonly isSaid: boolean;
  /** How long it is. */
  readonly length: number;
  /** How far down the article it stands. */
  readonly depth: number;
};

/** What a passage gains by a thing of the kind asked for, and by how much of the question hangs on that thing. */
const FIT_BONUS = 0.1;
const GROUND_BONUS = 0.2;
const TOGETHER_BONUS = 0.1;
const TAKEN_UP_BONUS = 0.1;
const LED_TO_BONUS = 0.3;
const REASON_BONUS = 0.1;

/** "What did she say about it?": a sentence in which nobody says a thing seldom answers. */
const SAID_BONUS = 0.2;

/** A long sentence holds many words by chance. */
const LENGTH_PENALTY = 0.05;

/** News is told first, and what is told again is told shorter. */
const DEPTH_PENALTY = 0.05;

export function scorePassage(grounds: Grounds): number {
  const { coverage, fit, ground, together, takenUp, ledTo, isReason, isSaid, length, depth } = grounds;
  return (
    coverage +
    fit * FIT_BONUS +
    fit * ground * GROUND_BONUS +
    together * TOGETHER_BONUS +
    takenUp * TAKEN_UP_BONUS +
    ledTo * LED_TO_BONUS +
    (isReason ? REASON_BONUS : 0) +
    (isSaid ? SAID_BONUS : 0) -
    length * LENGTH_PENALTY -
    depth * DEPTH_PENALTY
  );
}
