import type { Json } from './json.ts';

/** Components for tests, each right as it is. */
export const V2 = 1 << 15;

export const row = (...components: readonly Json[]): Json => ({ type: 1, components });
export const button = (more: Json = {}): Json => ({ type: 2, style: 1, label: 'More', custom_id: 'more', ...more });
export const link = (url: string): Json => ({ type: 2, style: 5, label: 'Read', url });
export const select = (more: Json = {}): Json => ({ type: 3, custom_id: 'pick', options: [option('a')], ...more });
export const option = (value: string, more: Json = {}): Json => ({ label: value, value, ...more });
export const text = (content: string, more: Json = {}): Json => ({ type: 10, content, ...more });
export const v2 = (...components: readonly Json[]): Json => ({ flags: V2, components });
export const container = (...components: readonly Json[]): Json => ({ type: 17, components });
export const section = (accessory: Json | undefined, ...components: readonly Json[]): Json => ({
  type: 9,
  components,
  accessory,
});
export const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

export const BUTTON_SECTION = section(button(), text('x'));
