/**
 * What every platform must do, whatever it is. A platform comes with a `Harness`: hands and eyes of a person in front of it. What
 * it cannot do is named in `lacks`, and shows in the name of the test that is left out.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../fakes/eventually.ts';
import { aStage } from './a-stage.ts';
import { aGate, describeHearing, TAKEN, turns } from './describe-hearing.ts';
import { describeShowing } from './describe-showing.ts';
import type { Ability, Harness } from './harness.ts';

const BRIEF = '/brief https://example.org/';

export function describePlatform(name: string, open: () => Promise<Harness>, lacks: readonly Ability[] = []): void {
  describe(`the contract of a platform: ${name}`, () => {
    let harness: Harness;
    const stage = aStage(() => harness, lacks);
    const start = () =>
      harness.platform.start({
        receive(arrival) {
          stage.arrivals.push(arrival);
          return stage.respond(arrival);
        },
        suggest: async () => [],
        async removed(workspace) {
          stage.removals.push(workspace);
        },
        async left(channel) {
          stage.left.push(channel);
        },
      });

    beforeAll(async () => {
      harness = await open();
      await start();
    });
    afterAll(async () => {
      await harness.platform.stop();
      await harness.close();
    });
    beforeEach(() => {
      stage.arrivals.length = 0;
      stage.removals.length = 0;
      stage.left.length = 0;
      stage.respond = async () => TAKEN;
    });

    test('its name is that of its places, and its pace lets something through', () => {
      expect(harness.platform.name).toBe(harness.place.platform);
      expect(harness.platform.pace.perSecond).toBeGreaterThan(0);
    });

    describeHearing(stage);
    describeShowing(stage);

    describe('stopping', () => {
      test('what it received is finished first', async () => {
        const order: string[] = [];
        const gate = aGate();
        stage.respond = async () => {
          await gate.passed;
          order.push('stored');
          return TAKEN;
        };
        const command = harness.command(BRIEF);
        await eventually('the command', () => stage.arrivals.length === 1);
        const stop = harness.platform.stop().then(() => order.push('stopped'));
        await turns();
        gate.open();
        await Promise.all([command, stop]);
        expect(order).toEqual(['stored', 'stopped']);
      });

      test('twice is once, and whoever speaks to it then is told in words', async () => {
        for (let i = 0; i < 2; i++) await harness.platform.stop();
        const { isTaken, text } = await harness.command(BRIEF);
        expect(isTaken).toBe(false);
        expect(text).toMatch(/\w/);
        expect(stage.arrivals).toEqual([]);
      });

      test('the outbox ends after it: what is still sent is seen', async () => {
        await harness.platform.stop();
        const id = await stage.show(stage.aPost({ title: 'Last words', blocks: [] }));
        expect((await stage.see(id))?.text).toContain('Last words');
      });

      test('it can be started again', async () => {
        await start();
        expect((await harness.command(BRIEF)).isTaken).toBe(true);
        expect(stage.arrivals).toHaveLength(1);
      });
    });
  });
}
