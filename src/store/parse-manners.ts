import type { FeedManners } from '#core/following.ts';

/** Manners of another byline's making, or none, forbid nothing. */
export function parseManners(value: unknown): FeedManners {
  const get = (name: string): unknown =>
    typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : null;
  const numbers = (name: string) => {
    const list = get(name);
    return Array.isArray(list) ? list.filter((one) => typeof one === 'number') : [];
  };
  const everyMs = get('everyMs');
  return {
    everyMs: typeof everyMs === 'number' ? everyMs : 0,
    skipHours: numbers('skipHours'),
    skipDays: numbers('skipDays'),
  };
}
