import type { MayUseModel } from '#core/app.ts';
import type { Budgets } from '#core/budgets.ts';
import type { Channel } from '#core/chat.ts';
import type { Memory, UsageKind } from '#core/memory.ts';

/** What a model may still take, for one job after another. */
export type Purse = { readonly open: (place: Channel) => Allowance };

/** `close` when what was used is counted, or nothing will be: until then what is under way counts as spent. */
export type Allowance = { readonly mayUseModel: MayUseModel; readonly close: () => void };

/**
 * What a text (a briefing, an answer, a story's line) is taken to cost until its real cost is known: the rules, 1,000 words of article
 * with who says what in it, and the answer. Many that begin at once would otherwise all see a budget that is hardly touched.
 */
const TOKENS_A_TEXT = 4_000;

const UNLIMITED: Allowance = { mayUseModel: () => null, close: () => undefined };

/** Budgets against what the channel and its workspace used today. The request that crosses a budget is still written. */
export function createPurse({ channel, workspace }: Budgets, memory: Memory): Purse {
  if (channel === null && workspace === null) return { open: () => UNLIMITED };
  const underWay = new Map<string, number>();

  return {
    open(place) {
      const ofChannel = JSON.stringify([place.platform, place.workspace, place.channel]);
      const ofWorkspace = JSON.stringify([place.platform, place.workspace]);
      let ownUnderWay = 0;
      const count = (by: number) => {
        for (const key of [ofChannel, ofWorkspace]) {
          const left = (underWay.get(key) ?? 0) + by;
          if (left > 0) underWay.set(key, left);
          else underWay.delete(key);
        }
      };
      const isUsedUp = (budget: number | null, key: string, used: Used) =>
        budget !== null && tokensIn(used) + (underWay.get(key) ?? 0) * TOKENS_A_TEXT >= budget;
      return {
        async mayUseModel(texts = 1) {
          if (ownUnderWay > 0) return null;
          const used = await memory.transact(async ({ usage }) => ({
            channel: await usage.today(place),
            workspace: await usage.todayInAll(place),
          }));
          if (isUsedUp(channel, ofChannel, used.channel)) return words('channel');
          if (isUsedUp(workspace, ofWorkspace, used.workspace)) return words('workspace');
          ownUnderWay = texts;
          count(texts);
          return null;
        },
        close() {
          count(-ownUnderWay);
          ownUnderWay = 0;
        },
      };
    },
  };
}

type Used = Readonly<Partial<Record<UsageKind, number>>>;

function tokensIn(used: Used): number {
  return (used['tokens-in'] ?? 0) + (used['tokens-out'] ?? 0);
}

/** Days are counted in UTC, so that a budget begins anew at the same moment everywhere. */
function words(whose: 'channel' | 'workspace'): string {
  return `this ${whose} has used up its model budget until 00:00 UTC`;
}
