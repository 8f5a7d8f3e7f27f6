import type { Clock } from '#core/clock.ts';

/** What is left of a workspace's edits. */
export type EditBudget = {
  /** Counts an edit that is made. */
  readonly spend: (workspace: string) => void;
  /** Whether there is enough left to show a step that the result will replace. */
  readonly hasRoomForSteps: (workspace: string) => boolean;
};

const MINUTE_MS = 60_000;
/**
 * `chat.update` is tier 3: 50 a minute in a workspace. Beyond that Slack takes none for as long as a minute, and a result would
 * wait for it. So in a minute in which much was edited steps are left out; a result is never.
 */
const STEPS_UP_TO = 10;

export function createEditBudget(clock: Clock): EditBudget {
  const edits = new Map<string, readonly number[]>();

  function recent(workspace: string): readonly number[] {
    const since = clock.now().getTime() - MINUTE_MS;
    return (edits.get(workspace) ?? []).filter((at) => at > since);
  }

  return {
    spend: (workspace) => void edits.set(workspace, [...recent(workspace), clock.now().getTime()]),
    hasRoomForSteps: (workspace) => recent(workspace).length < STEPS_UP_TO,
  };
}
