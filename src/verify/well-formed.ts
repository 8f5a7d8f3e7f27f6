import type { Span } from '#core/article.ts';
import type { Disagreement, DraftPoint } from '#core/briefing.ts';
import type { Attribution, Source } from '#core/testimony.ts';

/*
 * An engine may be a model, whose draft comes from outside: the compiler's word that it has the right form is not
 * enough. What has not is left out like anything else that cannot be checked.
 */

const KINDS: readonly unknown[] = [
  'person',
  'organization',
  'group',
  'document',
  'unstated',
] satisfies Source['kind'][];
const FORMS: readonly unknown[] = ['direct', 'mixed', 'indirect'] satisfies Attribution['form'][];
const STANCES: readonly unknown[] = ['asserts', 'denies', 'declines'] satisfies Attribution['stance'][];

/** Whether a point has a text, places and ids, whatever they say. */
export function isPoint(value: unknown): value is DraftPoint {
  return (
    isRecord(value) &&
    isString(value.text) &&
    isListOf(value.evidence, isPlace) &&
    isListOf(value.attributions, isString) &&
    (value.beside === undefined || isString(value.beside))
  );
}

export function isSource(value: unknown): value is Source {
  return (
    isRecord(value) &&
    [value.id, value.name].every(isString) &&
    isStringOrNull(value.role) &&
    KINDS.includes(value.kind) &&
    typeof value.named === 'boolean' &&
    isListOf(value.mentions, isPlace)
  );
}

export function isAttribution(value: unknown): value is Attribution {
  return (
    isRecord(value) &&
    [value.id, value.source].every(isString) &&
    [value.verb, value.hedge].every(isStringOrNull) &&
    isListOf(value.via, isString) &&
    (value.cue === null || isPlace(value.cue)) &&
    FORMS.includes(value.form) &&
    STANCES.includes(value.stance) &&
    [value.content, value.quotes].every((pieces) => isListOf(pieces, isPlace)) &&
    typeof value.confidence === 'number'
  );
}

export function isDisagreement(value: unknown): value is Disagreement {
  return isRecord(value) && isString(value.about) && isListOf(value.sides, isSide);
}

/** The items of what should be a list that have the right form; none where it is no list. */
export function wellFormed<T>(list: unknown, isItem: (value: unknown) => value is T): T[] {
  return Array.isArray(list) ? list.filter(isItem) : [];
}

function isSide(value: unknown): value is Disagreement['sides'][number] {
  return isRecord(value) && isString(value.source) && isListOf(value.attributions, isString);
}

/** Two numbers; whether they make sense in the text is asked later. */
function isPlace(value: unknown): value is Span {
  return isRecord(value) && typeof value.start === 'number' && typeof value.end === 'number';
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isStringOrNull(value: unknown): value is string | null {
  return value === null || isString(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
