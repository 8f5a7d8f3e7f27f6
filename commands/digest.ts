import { textOf } from '#core/arguments.ts';
import type { Command } from '#core/command.ts';
import { deskOf } from '#core/desk-of.ts';
import { digestReply } from '#render/digest-reply.ts';
import { scheduledCard, statusCard, unscheduledCard } from '#render/schedule-card.ts';

export const digest: Command = {
  name: 'digest',
  about: 'The morning page: what this channel’s feeds reported, one entry a story, with who says it',
  bare: { floor: 'status', thread: 'status' },
  wordsMean: 'schedule',
  verbs: [
    {
      name: 'now',
      about: 'what the feeds of this channel reported in the last day',
      params: [],
      examples: [''],
      permission: 'anyone',
      audience: 'channel',
      async run(args, app) {
        // A time stands here only where a schedule asks.
        const given = textOf(args, 'slot');
        const slot = given === '' ? null : new Date(given);
        return digestReply(await deskOf(app).digest(slot), slot);
      },
    },
    {
      name: 'schedule',
      about: 'a digest comes at these times',
      params: [
        {
          name: 'when',
          about: 'days, a time and a time zone, as in “weekdays 08:00 Europe/Berlin”',
          kind: 'text',
          required: true,
        },
      ],
      examples: ['weekdays 08:00 Europe/Berlin', 'Mon Wed Fri 7:30 America/New_York'],
      permission: 'manager',
      audience: 'channel',
      async run(args, app) {
        const desk = deskOf(app);
        const { schedule, nextAt, isNew } = await desk.schedule(textOf(args, 'when'));
        const feeds = await desk.followed();
        return { kind: 'desk', card: scheduledCard(schedule, nextAt, isNew, feeds.length), data: null };
      },
    },
    {
      name: 'status',
      about: 'when the next digest comes; what the last one held and left out, and why',
      params: [],
      examples: [''],
      permission: 'anyone',
      audience: 'channel',
      async run(_, app) {
        const desk = deskOf(app);
        const card = statusCard(await desk.schedules(), await desk.lastDigest(), await desk.timeZone());
        return { kind: 'desk', card, data: null };
      },
    },
    {
      name: 'off',
      about: 'ends the digests of this channel, or one of them',
      params: [
        {
          name: 'which',
          about: 'its number in /digest status; without one, all',
          kind: 'text',
          required: false,
          isPlaced: true,
        },
      ],
      examples: ['', '2'],
      permission: 'manager',
      audience: 'channel',
      async run(args, app) {
        const ended = await deskOf(app).unschedule(textOf(args, 'which') || null);
        return { kind: 'desk', card: unscheduledCard(ended), data: null };
      },
    },
  ],
};
