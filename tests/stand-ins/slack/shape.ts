import { isFields, isList } from './fields.ts';

/** Says what is wrong with a value at a place (a JSON pointer). Empty if nothing is. */
export type Rule = (value: unknown, at: string) => readonly string[];

export const complain = (what: string, at: string): readonly string[] => [`${what} [json-pointer:${at}]`];

/** Characters are counted as UTF-16 units, as JavaScript does; Slack does not say how it counts. */
export const text =
  (most: number, least = 1): Rule =>
  (value, at) => {
    if (typeof value !== 'string') return complain('must provide a string', at);
    if (value.length < least) return complain(`must be more than ${least - 1} characters`, at);
    if (value.length > most) return complain(`must be less than ${most + 1} characters`, at);
    return [];
  };

export const flag: Rule = (value, at) => (typeof value === 'boolean' ? [] : complain('must be a boolean', at));

export const whole =
  (least: number, most: number): Rule =>
  (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? []
      : complain(`must be an integer from ${least} to ${most}`, at);

export const oneOf =
  (...values: readonly unknown[]): Rule =>
  (value, at) =>
    values.includes(value) ? [] : complain('must be a valid enum value', at);

/** A web address, which Slack wants to be http or https. */
export const address =
  (most = 3000): Rule =>
  (value, at) => {
    const wrong = text(most)(value, at);
    if (wrong.length > 0 || typeof value !== 'string') return wrong;
    const isWeb = /^https?:\/\/[^\s]+$/iu.test(value) && URL.canParse(value);
    return isWeb ? [] : complain('must be a valid URL', at);
  };

export const matching =
  (pattern: RegExp, what: string): Rule =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? [] : complain(what, at);

export const list =
  (least: number, most: number, item: Rule): Rule =>
  (value, at) => {
    if (!isList(value)) return complain('must provide an array', at);
    if (value.length < least) return complain(`no less than ${least} items allowed`, at);
    if (value.length > most) return complain(`no more than ${most} items allowed`, at);
    return value.flatMap((one, index) => item(one, `${at}/${index}`));
  };

type Rules = Readonly<Record<string, Rule>>;

/** An object with these keys and no others. */
export const object =
  (needed: Rules, allowed: Rules = {}): Rule =>
  (value, at) => {
    if (!isFields(value)) return complain('must provide an object', at);
    const known: Rules = { ...needed, ...allowed };
    return [
      ...Object.keys(needed).flatMap((key) =>
        value[key] === undefined ? complain(`missing required field: ${key}`, at) : [],
      ),
      ...Object.entries(value).flatMap(([key, one]) => {
        if (one === undefined) return [];
        const rule = Object.hasOwn(known, key) ? known[key] : undefined;
        return rule === undefined ? complain(`invalid additional property: ${key}`, at) : rule(one, `${at}/${key}`);
      }),
    ];
  };

/** One of several objects, told apart by `type`. */
export const byType =
  (kinds: Rules): Rule =>
  (value, at) => {
    if (!isFields(value)) return complain('must provide an object', at);
    if (value.type === undefined) return complain('missing required field: type', at);
    const rule = typeof value.type === 'string' && Object.hasOwn(kinds, value.type) ? kinds[value.type] : undefined;
    return rule === undefined ? complain(`unsupported type: ${String(value.type)}`, `${at}/type`) : rule(value, at);
  };

export const all =
  (...rules: readonly Rule[]): Rule =>
  (value, at) =>
    rules.flatMap((rule) => rule(value, at));

/** A rule about an object whose keys are checked elsewhere. */
export const holds =
  (what: string, isSo: (value: Readonly<Record<string, unknown>>) => boolean): Rule =>
  (value, at) =>
    isFields(value) && !isSo(value) ? complain(what, at) : [];
