/** Hours of the day of a time that is written with a point: "17.30" is 17.5. */
export function hoursOf(value: number): number {
  return Math.floor(value) + (Math.round((value % 1) * 100) / 60 || 0);
}

/** Hours of the day of a time with its half: 5.3 (half past five) and "p.m." is 17.5. */
export function hoursAt(value: number, half: string): number {
  const hours = hoursOf(value);
  return half.startsWith('p') && hours < 12 ? hours + 12 : half.startsWith('a') && hours >= 12 ? hours - 12 : hours;
}
