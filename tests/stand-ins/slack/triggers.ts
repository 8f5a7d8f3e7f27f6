import { Refusal } from './refusal.ts';

const LIVES_MS = 3000;

export type Triggers = ReturnType<typeof createTriggers>;

/** Ids that come with a command or a click. Each opens one view, within three seconds. */
export function createTriggers(livesMs = LIVES_MS) {
  const known = new Map<
    string,
    { readonly user: string; readonly team: string; readonly at: number; isUsed: boolean }
  >();
  return {
    issue(user: string, team: string): string {
      const id = `${1000 + known.size}.${Date.now()}.${Math.random().toString(16).slice(2)}`;
      known.set(id, { user, team, at: performance.now(), isUsed: false });
      return id;
    },
    /** Who used it. @throws Refusal if it is unknown, used or too old. */
    exchange(id: string): { readonly user: string; readonly team: string } {
      const trigger = known.get(id);
      if (trigger === undefined) throw new Refusal('invalid_trigger_id');
      if (trigger.isUsed) throw new Refusal('exchanged_trigger_id');
      if (performance.now() - trigger.at > livesMs) throw new Refusal('expired_trigger_id');
      trigger.isUsed = true;
      return trigger;
    },
  };
}
