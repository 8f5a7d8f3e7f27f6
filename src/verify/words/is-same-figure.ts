import type { Figure } from '#language/find-figures.ts';

/** "About 300" may stand for 285 to 315. What rounds farther says something else. */
const ROUNDING = 0.05;

/** Two ways to write one value differ by less than this share (12.3 million, 12,300,000). */
const SAME_VALUE = 1e-9;

/** Whether the article's figure says what the claim's figure says: the same value and, where the claim has one, unit. */
export function isSameFigure(claimed: Figure, given: Figure, isRounded: boolean): boolean {
  if (claimed.value === null || given.value === null) return bare(claimed.text) === bare(given.text);
  const apart = Math.abs(claimed.value - given.value);
  const isNear = apart <= ROUNDING * Math.abs(given.value);
  if (!isNear || !isUnitKept(claimed, given)) return false;
  if (apart <= SAME_VALUE * Math.abs(given.value)) return true;
  return isRounded && significantDigits(claimed.value) < significantDigits(given.value);
}

/** "More than 20 years" is not what anybody says of 29. */
const MOST_CUT = 0.15;

/** Whether the claim's figure is the article's with its last digits made 0: 500,000 of 572,206, which is more than that. */
export function isCutShort(claimed: Figure, given: Figure): boolean {
  if (claimed.value === null || given.value === null || claimed.value <= 0 || given.value <= 0) return false;
  const digits = significantDigits(claimed.value);
  if (digits >= significantDigits(given.value) || !isUnitKept(claimed, given)) return false;
  if (given.value > claimed.value * (1 + MOST_CUT)) return false;
  const step = 10 ** (Math.floor(Math.log10(given.value)) + 1 - digits);
  return Math.abs(Math.floor(given.value / step) * step - claimed.value) <= SAME_VALUE * given.value;
}

/** 31,500,000 has three. A rounded figure has fewer than the figure it stands for. */
function significantDigits(value: number): number {
  const [digits = ''] = Math.abs(value).toExponential(12).split('e');
  return digits.replace('.', '').replace(/0+$/u, '').length;
}

/** A bare number may leave out the unit that the article gives; a unit that the article does not give is invented. */
function isUnitKept(claimed: Figure, given: Figure): boolean {
  if (claimed.unit === null || claimed.unit === given.unit) return true;
  return claimed.kind !== 'money' && claimed.kind !== 'percent' && given.unit === null;
}

/**
 * Whether the article's date says what the claim's date says: "May 26" is in "26 May 2015". Dates are compared in the
 * form that `findFigures` gives them ("2015-05-26", "--05-26", "weekday 1").
 * `years`: the years that the article names; it may name one far from the day, or only in its own date.
 */
export function isInDate(claimed: Figure, given: Figure, years: ReadonlySet<string>): boolean {
  if (claimed.unit === given.unit) return true;
  const wanted = DATE.exec(claimed.unit ?? '')?.groups;
  const date = DATE.exec(given.unit ?? '')?.groups;
  if (wanted === undefined || date === undefined) return false;
  const { year, month, day } = wanted;
  const isYearGiven = year === undefined || year === date.year || (date.year === undefined && years.has(year));
  return isYearGiven && (month === undefined || month === date.month) && (day === undefined || day === date.day);
}

const DATE = /^(?:(?<year>\d{4})|-)(?:-(?<month>\d\d))?(?:-(?<day>\d\d))?$/u;

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s.,]/gu, '');
}
