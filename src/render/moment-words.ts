/** A moment on a channel's own clock: "Mon 30 Nov, 08:00". With `withZone` the zone's name follows. */
export function momentWords(at: Date, timeZone: string, withZone = false): string {
  const words = new Intl.DateTimeFormat('en-GB', { ...FORM, timeZone }).format(at);
  return withZone ? `${words} ${timeZone}` : words;
}

const FORM = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
