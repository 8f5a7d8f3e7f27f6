import monthNames from './data/months.json' with { type: 'json' };
import zoneNames from './data/zones.json' with { type: 'json' };

type Day = { readonly year: number; readonly month: number; readonly day: number };

const MONTHS: ReadonlyMap<string, number> = new Map(Object.entries(monthNames));
const ZONES: ReadonlyMap<string, number> = new Map(Object.entries(zoneNames));

/** RFC 2822, section 4.3: years of two figures up to 49 are of this century; 69 is where POSIX, and so most software, parts. */
const FIRST_YEAR_OF_LAST_CENTURY = 69;

const LONGEST = 100;

const ISO =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T _]+(\d{1,2})(?::?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?)?\s*(?:(Z)|(?:GMT|UTC)?([+-]\d{1,2}(?::?\d\d)?)|([a-z]{1,5}))?$/i;
const ORDINAL = /^(\d{4})-(\d{3})$/;
const CLOCK = /(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\b\.?)?/i;
const AFTERNOON = /오후|下午|午後/;
const ZONE = /^(?:(?:GMT|UTC?)\s*)?([+-]\d{1,2}(?::?\d\d)?)(?!\d)|^\(?([a-z]{1,5})\)?(?![\p{L}])/iu;

/**
 * A date as feeds write it, to ISO 8601 in UTC: W3CDTF and its looser forms, RFC 822 and 2822, asctime, months by name in
 * many languages. Without a zone it is taken as UTC. Null where the text is no date, or none that can be (30 February).
 */
export function readFeedDate(written: string): string | null {
  if (written.length > LONGEST) return null;
  const text = written
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/(\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u, (_, y: string, m: string, d: string) =>
      [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-').concat(' '),
    )
    .replace(/\s+/g, ' ')
    .trim();
  return readIso(text) ?? readNamed(text);
}

function readIso(text: string): string | null {
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null)
    return timestamp({ year: Number(ordinal[1]), month: 1, day: Number(ordinal[2]) }, [0, 0, 0], 0, 366);
  const [, year, month, day, hour, minute, second, , offset, zone] = ISO.exec(text) ?? [];
  if (year === undefined) return null;
  const time = [hour, minute, second].map((part) => Number(part ?? 0));
  const date = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  return timestamp(date, time, offset === undefined ? (ZONES.get(zone?.toLowerCase() ?? '') ?? 0) : minutesOf(offset));
}

/** Dates that name a month, or that write day, month and year in an order that can be told. The time may stand anywhere. */
function readNamed(text: string): string | null {
  const clock = CLOCK.exec(text);
  const before = clock === null ? text : text.slice(0, clock.index);
  const rest = clock === null ? '' : text.slice(clock.index + clock[0].length).trim();
  const zone = ZONE.exec(rest);
  const offset = zone?.[1] !== undefined ? minutesOf(zone[1]) : ZONES.get(zone?.[2]?.toLowerCase() ?? '');
  const after = offset === undefined || zone === null ? rest : rest.slice(zone[0].length);
  const day = readDay(`${before} ${after}`);
  if (day === null) return null;
  const hour = Number(clock?.[1] ?? 0);
  const half = clock?.[4]?.toLowerCase() ?? (AFTERNOON.test(before) ? 'p' : null);
  const hours = half === null || hour > 12 ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return timestamp(day, [hours, Number(clock?.[2] ?? 0), Number(clock?.[3] ?? 0)], offset ?? 0);
}

function readDay(text: string): Day | null {
  const named = text.match(/\p{L}+\.?/gu)?.map((word) => MONTHS.get(word.toLowerCase().replace(/\.$/, '')));
  const month = named?.find((one) => one !== undefined);
  const numbers = text.match(/\d+/g) ?? [];
  const [first = '', second = '', third = ''] = numbers;
  if (month !== undefined) {
    const isYearFirst = first.length === 4 || Number(first) > 31;
    const [day, year] = isYearFirst ? [second, first] : [first, second];
    return day === '' || year === '' ? null : { year: fullYear(year), month, day: Number(day) };
  }
  if (numbers.length < 3) return null;
  if (first.length === 4) return { year: Number(first), month: Number(second), day: Number(third) };
  if (/\d\.\s?\d+\.\s?\d/.test(text)) return { year: fullYear(third), month: Number(second), day: Number(first) };
  if (!/\d\/\d+\/\d{4}/.test(text)) return null;
  // 31/12/2025 and 12/31/2025 tell their order; 01/02/2025 does not.
  const [a, b] = [Number(first), Number(second)];
  if (a > 12) return { year: Number(third), month: b, day: a };
  return b > 12 || a === b ? { year: Number(third), month: a, day: b } : null;
}

function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < FIRST_YEAR_OF_LAST_CENTURY ? 2000 : 1900);
}

function minutesOf(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function timestamp({ year, month, day }: Day, time: readonly number[], offset: number, mostDays = 31): string | null {
  const [hour = 0, minute = 0, second = 0] = time;
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > mostDays) return null;
  if (hour > 24 || (hour === 24 && minute + second > 0) || minute > 59 || second > 60 || Math.abs(offset) > 18 * 60)
    return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (mostDays === 31 ? date.getUTCDate() !== day : date.getUTCFullYear() !== year) return null;
  return new Date(date.getTime() + ((hour * 60 + minute - offset) * 60 + Math.min(second, 59)) * 1000).toISOString();
}
