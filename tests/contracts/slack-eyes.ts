/** What a person sees of Block Kit: its words without markup, its buttons, and whatever became more than text. */

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const labelOf = (element: Node): string => (isNode(element.text) ? stringOf(element.text.text) : '');

/** Signs that Slack makes more of in text that it reads as markup. */
const MARKUP = /<[@#!][^>]*>|<https?:[^>]*>|\*\S[^*]*\*|(?<!\w)_\S[^_]*_(?!\w)|~\S[^~]*~|`[^`]+`|:[a-z_]+:/g;

export type SeenBlocks = {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly links: readonly string[];
};

export function lookAt(blocks: readonly Node[]): SeenBlocks {
  const text: string[] = [];
  const buttons: string[] = [];
  const links: string[] = [];
  const words = (value: unknown) => {
    if (!isNode(value)) return;
    text.push(stringOf(value.text));
    if (value.type === 'mrkdwn')
      links.push(
        ...stringOf(value.text)
          .matchAll(MARKUP)
          .map(([sign]) => sign),
      );
  };
  const rich = (elements: readonly Node[]): string =>
    elements
      .map((element) => {
        if (element.type === 'link') links.push(stringOf(element.url));
        else if (element.type !== 'text' && !String(element.type).startsWith('rich_text'))
          links.push(String(element.type));
        const isText = element.type === 'text' || element.type === 'link';
        return isText ? stringOf(element.text) : rich(nodesOf(element.elements));
      })
      .join('');
  for (const block of blocks) {
    if (block.type === 'rich_text') text.push(rich(nodesOf(block.elements)));
    words(block.text);
    for (const field of nodesOf(block.fields)) words(field);
    for (const element of nodesOf(block.elements)) {
      if (block.type === 'context') words(element);
      if (element.type === 'button') {
        buttons.push(labelOf(element));
        text.push(labelOf(element));
        if (element.url !== undefined) links.push(stringOf(element.url));
      }
      if (element.type === 'static_select' && isNode(element.placeholder)) words(element.placeholder);
    }
  }
  return { text: text.join(' ').replaceAll('\u2060', ''), buttons, links };
}
