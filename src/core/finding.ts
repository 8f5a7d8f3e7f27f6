/** What `byline doctor` finds out about one part of the installation. */
export type Finding = {
  readonly subject: string;
  /** `off`: not configured, and not needed. */
  readonly state: 'works' | 'off' | 'broken';
  readonly fact: string;
  /** What to do about it, where there is something to do. */
  readonly todo: string | null;
};
