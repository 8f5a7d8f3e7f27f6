import type { Block, Card } from '#core/card.ts';
import type { Schedule } from '#core/schedule.ts';
import type { DigestRecord, KeptSchedule } from '#core/schedules.ts';
import { momentWords } from './moment-words.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "weekdays 08:00 Europe/Berlin". */
function scheduleWords({ days, hour, minute, timeZone }: Schedule): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${daysWords(days)} ${two(hour)}:${two(minute)} ${timeZone}`;
}

function daysWords(days: readonly number[]): string {
  switch (days.join('')) {
    case '1234567':
      return 'every day';
    case '12345':
      return 'weekdays';
    case '67':
      return 'weekends';
    default:
      return days.map((day) => DAYS[day - 1]).join(', ');
  }
}

/** A schedule as it was understood, with its next run on the channel's own clock. */
export function scheduledCard(schedule: Schedule, nextAt: Date, isNew: boolean, feeds: number): Card {
  const next = `Next: ${momentWords(nextAt, schedule.timeZone, true)}`;
  const blocks: Block[] = [{ kind: 'text', text: `${next}.` }];
  if (feeds === 0)
    blocks.push({
      kind: 'note',
      text: 'This channel follows no feeds yet: add some with /sources add, or there is nothing to report.',
    });
  blocks.push({
    kind: 'note',
    text: 'Not what you meant? /digest off ends it; days, a time and a zone make a new one.',
  });
  return { title: `${isNew ? 'A digest comes' : 'A digest comes already'} ${scheduleWords(schedule)}`, blocks };
}

export function unscheduledCard(ended: readonly KeptSchedule[]): Card {
  if (ended.length === 0)
    return { title: 'No digest is scheduled here', blocks: [{ kind: 'text', text: 'Nothing was changed.' }] };
  return {
    title: ended.length === 1 ? 'This digest no longer comes' : 'These digests no longer come',
    blocks: ended.map(({ schedule }) => ({
      kind: 'point',
      text: scheduleWords(schedule),
      credit: null,
      passage: null,
    })),
  };
}

/** When the next digests come, and what the last one held, what it left out and why. */
export function statusCard(all: readonly KeptSchedule[], last: DigestRecord | null, timeZone: string): Card {
  const schedules: Block[] = all.map(({ schedule, nextAt }, at) => ({
    kind: 'point',
    text: `${at + 1}. ${scheduleWords(schedule)}`,
    credit: `next: ${momentWords(nextAt, schedule.timeZone, true)}`,
    passage: null,
  }));
  const none: Block = {
    kind: 'text',
    text: 'None: write /digest schedule and a time, as in “weekdays 08:00 Europe/Berlin”.',
  };
  const before: Block[] =
    last === null
      ? [{ kind: 'note', text: 'No digest was made here yet.' }]
      : [
          { kind: 'heading', text: `The last one, ${momentWords(last.until, timeZone, true)}`, detail: null },
          ...last.why.blocks,
        ];
  return { title: 'Digests of this channel', blocks: [...(all.length === 0 ? [none] : schedules), ...before] };
}

/** Told in the channel when a digest's time was slept through. */
export function missedCard(schedule: Schedule, slot: Date, next: Date): Card {
  return {
    title: `The digest of ${momentWords(slot, schedule.timeZone, true)} was missed`,
    blocks: [
      { kind: 'text', text: 'byline was not running then, and it is too late for it now. /digest now makes one.' },
      { kind: 'note', text: `Next: ${momentWords(next, schedule.timeZone, true)}` },
    ],
  };
}

export function briefedAlreadyCard(): Card {
  return {
    title: 'This story is briefed already',
    blocks: [{ kind: 'text', text: 'Somebody asked before: it is in the thread of this digest.' }],
  };
}
