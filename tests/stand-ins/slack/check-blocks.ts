import { accessories, actionElements, contextActionElements, image, inputElements } from './check-elements.ts';
import { blockId, plain, plainOrMrkdwn } from './check-objects.ts';
import { richTextParts } from './check-rich-text.ts';
import { type Fields, fieldsIn, isFields, isList } from './fields.ts';
import { address, all, byType, complain, flag, holds, list, object, oneOf, type Rule, text } from './shape.ts';

export type Surface = 'message' | 'modal' | 'home';

const named = { block_id: blockId };

const cell: Rule = byType({
  raw_text: object({ type: oneOf('raw_text'), text: text(12_000) }),
  raw_number: object({
    type: oneOf('raw_number'),
    value: (value, at) => (Number.isFinite(value) ? [] : complain('must be a number', at)),
    text: text(12_000),
  }),
  rich_text: object({ type: oneOf('rich_text'), elements: richTextParts }, named),
});

const columnSetting: Rule = (value, at) =>
  value === null ? [] : object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag })(value, at);

/** In every surface. */
const common: Readonly<Record<string, Rule>> = {
  section: all(
    object(
      { type: oneOf('section') },
      {
        ...named,
        text: plainOrMrkdwn(3000),
        fields: list(1, 10, plainOrMrkdwn(2000)),
        accessory: byType(accessories),
        expand: flag,
      },
    ),
    holds('must provide text or fields', (it) => it.text !== undefined || it.fields !== undefined),
  ),
  header: object({ type: oneOf('header'), text: plain(150) }, named),
  divider: object({ type: oneOf('divider') }, named),
  image: all(
    object(
      { type: oneOf('image'), alt_text: text(2000) },
      {
        ...named,
        image_url: address(3000),
        slack_file: object({}, { id: text(255), url: address() }),
        title: plain(2000),
      },
    ),
    holds(
      'must provide image_url or slack_file',
      (it) => (it.image_url !== undefined) !== (it.slack_file !== undefined),
    ),
  ),
  context: object(
    {
      type: oneOf('context'),
      elements: list(1, 10, byType({ image, plain_text: plainOrMrkdwn(3000), mrkdwn: plainOrMrkdwn(3000) })),
    },
    named,
  ),
  actions: object({ type: oneOf('actions'), elements: list(1, 25, byType(actionElements)) }, named),
  input: object(
    { type: oneOf('input'), label: plain(2000), element: byType(inputElements) },
    { ...named, hint: plain(2000), optional: flag, dispatch_action: flag },
  ),
  rich_text: object({ type: oneOf('rich_text'), elements: richTextParts }, named),
};

const inMessages: Readonly<Record<string, Rule>> = {
  ...common,
  markdown: object({ type: oneOf('markdown'), text: text(12_000) }, named),
  table: object(
    { type: oneOf('table'), rows: list(1, 100, list(1, 20, cell)) },
    { ...named, column_settings: list(1, 20, columnSetting) },
  ),
  context_actions: object(
    { type: oneOf('context_actions'), elements: list(1, 5, byType(contextActionElements)) },
    named,
  ),
};

const MOST: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/** What may stand in a message, a modal or a home; the keys and lengths of each block by itself. */
const shapes: Readonly<Record<Surface, Rule>> = {
  message: list(0, MOST.message, byType(inMessages)),
  modal: list(0, MOST.modal, byType(common)),
  home: list(0, MOST.home, byType(common)),
};

/** Says what is wrong with the blocks of a message or view, in Slack's words. Empty if nothing is. */
export function checkBlocks(blocks: unknown, surface: Surface, at = '/blocks'): readonly string[] {
  const wrong = shapes[surface](blocks, at);
  if (wrong.length > 0 || !isList(blocks)) return wrong;
  const known = fieldsIn(blocks);
  return [...sameIds(known, at), ...sameActions(known, at), ...sums(known, at)];
}

function sameIds(blocks: readonly Fields[], at: string): readonly string[] {
  const seen = new Set<unknown>();
  return blocks.flatMap((block, index) => {
    if (block.block_id === undefined) return [];
    if (seen.has(block.block_id))
      return complain(`block_id already exists: ${block.block_id}`, `${at}/${index}/block_id`);
    seen.add(block.block_id);
    return [];
  });
}

/** An action_id stands once in a block; the same one may stand in another. */
function sameActions(blocks: readonly Fields[], at: string): readonly string[] {
  return blocks.flatMap((block, index) => {
    const seen = new Set<unknown>();
    return fieldsIn(block.elements).flatMap((element, place) => {
      if (element.action_id === undefined) return [];
      if (seen.has(element.action_id))
        return complain(`action_id already exists: ${element.action_id}`, `${at}/${index}/elements/${place}/action_id`);
      seen.add(element.action_id);
      return [];
    });
  });
}

function sums(blocks: readonly Fields[], at: string): readonly string[] {
  const markdown = blocks.reduce(
    (sum, block) => sum + (block.type === 'markdown' && typeof block.text === 'string' ? block.text.length : 0),
    0,
  );
  return [
    ...(markdown > 12_000 ? complain('markdown blocks must be less than 12001 characters in total', at) : []),
    ...(blocks.filter((block) => block.type === 'table').length > 1 ? complain('only_one_table_allowed', at) : []),
  ];
}

/** The characters that people read in blocks, as `msg_blocks_too_long` counts them: every text, and bare links. */
export function countCharacters(value: unknown): number {
  if (isList(value)) return value.reduce<number>((sum, one) => sum + countCharacters(one), 0);
  if (!isFields(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  const bare = value.type === 'link' && own === 0 && typeof value.url === 'string' ? value.url.length : 0;
  return Object.values(value).reduce<number>((sum, one) => sum + countCharacters(one), own + bare);
}
