/**
 * When something is done, week after week: once on each local date that falls on one of its days.
 * `days`: 1 to 7, Monday is 1, ascending, at least one. `hour`, `minute`: on the clock of `timeZone`, an IANA name.
 */
export type Schedule = {
  readonly days: readonly number[];
  readonly hour: number;
  readonly minute: number;
  readonly timeZone: string;
};
