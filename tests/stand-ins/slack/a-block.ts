/** Blocks of tests: each is whole as it is, and `more` breaks it. */
export const of = (length: number): string => 'x'.repeat(length);
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
export const button = (more: object = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more });
export const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
export const option = (text = 'One', value = 'one') => ({ text: plain(text), value });
export const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 'pick',
  options: [option()],
  ...more,
});
export const accessory = (element: object) => ({ ...section('a'), accessory: element });
export const rich = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
export const richSection = (...elements: readonly object[]) => rich({ type: 'rich_text_section', elements });
const cells = (count: number) => Array.from({ length: count }, () => ({ type: 'raw_text', text: 'a' }));
export const table = (rows: number, columns: number) => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => cells(columns)),
});
export const image = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://a.example/b.png',
  alt_text: 'a',
  ...more,
});
export const many = <T>(count: number, item: T): readonly T[] => Array.from({ length: count }, () => item);
