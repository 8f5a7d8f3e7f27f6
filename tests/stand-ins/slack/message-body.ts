import { asSlackText } from './as-slack-text.ts';
import { checkBlocks, countCharacters } from './check-blocks.ts';
import { type Fields, fieldsIn, isFields, isList, textAt } from './fields.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

const MOST_TEXT = 40_000;
/** Not documented; what Slack's staff say, and about where posts are refused (bolt-js #2509). */
const MOST_IN_BLOCKS = 12_000;
/** Of an edit; Slack counts bytes after escaping. */
const MOST_EDIT_BYTES = 4_000;
const MOST_METADATA = 16_000;

export type Body = {
  readonly text: string;
  readonly blocks: readonly Fields[] | undefined;
  readonly metadata: Fields | null | undefined;
  readonly warnings: readonly string[];
};

type Place = 'post' | 'update' | 'ephemeral' | 'response_url' | 'acknowledgement';

/** Reads what a message says and refuses what Slack refuses. @throws Refusal */
export function readMessage(world: World, args: Fields, place: Place): Body {
  const written = textAt(args, 'text') ?? readMarkdown(args);
  if (args.text !== undefined && args.markdown_text !== undefined) throw new Refusal('markdown_text_conflict');
  const blocks = readBlocks(world, args.blocks, place);
  const hasAttachments = checkAttachments(args.attachments);
  const says =
    written !== '' ||
    (blocks?.length ?? 0) > 0 ||
    hasAttachments ||
    (place === 'update' && args.blocks === undefined && args.metadata !== undefined);
  if (!says) throw new Refusal('no_text');
  const text = asSlackText(written.slice(0, MOST_TEXT), args.parse !== 'none');
  if (place === 'update' && Buffer.byteLength(text) > MOST_EDIT_BYTES) throw new Refusal('msg_too_long');
  return {
    text,
    blocks,
    metadata: readMetadata(args.metadata),
    warnings: written.length > MOST_TEXT ? ['message_truncated'] : [],
  };
}

/** `markdown_text` stands in place of text and blocks. */
function readMarkdown(args: Fields): string {
  const markdown = textAt(args, 'markdown_text');
  if (markdown !== undefined && args.blocks !== undefined) throw new Refusal('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > MOST_IN_BLOCKS) throw new Refusal('msg_too_long');
  return markdown ?? '';
}

/** Attachments are not shown here, yet the blocks in them are checked. True if there are any. @throws Refusal */
function checkAttachments(attachments: unknown): boolean {
  if (attachments === undefined || attachments === null || attachments === '') return false;
  if (!isList(attachments)) throw new Refusal('invalid_attachments');
  const wrong = fieldsIn(attachments).flatMap(({ blocks }, index) =>
    blocks === undefined ? [] : checkBlocks(blocks, 'message', `/attachments/${index}/blocks`),
  );
  if (wrong.length > 0) throw new Refusal('invalid_attachments', wrong);
  return attachments.length > 0;
}

function readBlocks(world: World, blocks: unknown, place: Place): readonly Fields[] | undefined {
  if (blocks === undefined || blocks === null || blocks === '') return undefined;
  if (!isList(blocks)) throw new Refusal('invalid_blocks_format');
  const wrong = checkBlocks(blocks, 'message');
  if (wrong.length > 0) throw new Refusal('invalid_blocks', wrong);
  const counts = place === 'post' || place === 'update';
  if (counts && countCharacters(blocks) > MOST_IN_BLOCKS) throw new Refusal('msg_blocks_too_long');
  return nameBlocks(world, fieldsIn(blocks));
}

/** Undefined if none is given; null if an empty one takes away what was there. */
function readMetadata(metadata: unknown): Fields | null | undefined {
  if (metadata === undefined || metadata === null || metadata === '') return undefined;
  if (!isFields(metadata)) throw new Refusal('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return null;
  if (typeof metadata.event_type !== 'string' || !isFields(metadata.event_payload))
    throw new Refusal('invalid_metadata_schema');
  if (JSON.stringify(metadata).length > MOST_METADATA) throw new Refusal('metadata_too_large');
  return metadata;
}

/** Elements that send something when used; Slack names those that came without a name. */
const ACTS =
  /^(?:button|overflow|checkboxes|radio_buttons|datepicker|timepicker|datetimepicker|feedback_buttons|icon_button|.*_select|.*_input)$/u;

/** Blocks and elements with the ids that Slack gives those that came without. */
export function nameBlocks(world: World, blocks: readonly Fields[]): readonly Fields[] {
  const name = (element: Fields): Fields =>
    typeof element.type === 'string' && ACTS.test(element.type) && element.action_id === undefined
      ? { ...element, action_id: world.nextId('act') }
      : element;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? world.nextId('blk'),
    ...(isList(block.elements) ? { elements: fieldsIn(block.elements).map(name) } : {}),
    ...(isFields(block.accessory) ? { accessory: name(block.accessory) } : {}),
    ...(isFields(block.element) ? { element: name(block.element) } : {}),
  }));
}
