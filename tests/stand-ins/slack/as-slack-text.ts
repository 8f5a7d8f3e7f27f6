import type { Fields } from './fields.ts';

/** What is a command to Slack and stays: mentions, broadcasts, links with or without a label. */
const COMMAND =
  /<(?:@[UWB][A-Z0-9]*(?:\|[^<>]*)?|#[CG][A-Z0-9]*(?:\|[^<>]*)?|![a-z]+(?:\^[^<>|]*)*(?:\|[^<>]*)?|https?:\/\/[^\s<>]+|mailto:[^\s<>]+|https?:\/\/[^\s<>|]+\|[^<>]*)>/u;
const ENTITY = /&(?:amp|lt|gt);/u;
const BARE = /https?:\/\/[^\s<>|]+/u;
const PIECE = new RegExp(`${COMMAND.source}|${ENTITY.source}|${BARE.source}|[&<>]`, 'gu');

/** Marks at the end of a bare address that belong to the sentence. */
const AFTER = /[.,;:!?)\]"'”’]+$/u;

const escapeMark = (mark: string): string => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;');

const escapeAmpersands = (address: string): string => address.replaceAll(/&(?!amp;)/gu, '&amp;');

/** A bare address in angle brackets; its marks at the end stay outside. */
function wrap(bare: string): string {
  const end = AFTER.exec(bare)?.[0] ?? '';
  const address = bare.slice(0, bare.length - end.length);
  return `<${escapeAmpersands(address)}>${end}`;
}

/**
 * Text as Slack keeps and sends it: & < > as entities unless they are commands or entities already, bare addresses in
 * angle brackets. An app that sets `parse` to `none` gets no links.
 */
export function asSlackText(text: string, isLinked = true): string {
  return text.replaceAll(PIECE, (piece) => {
    if (piece.length === 1) return escapeMark(piece);
    if (piece.startsWith('<') || piece.startsWith('&')) return piece;
    return isLinked ? wrap(piece) : escapeAmpersands(piece);
  });
}

const unescapeEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function pieceOf(command: string): Fields {
  const [target = '', label] = command.slice(1, -1).split('|');
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) };
  const url = unescapeEntities(target);
  return { type: 'link', url, ...(label === undefined ? {} : { text: unescapeEntities(label) }) };
}

/** The rich_text block that Slack adds to what people write. */
export function asRichText(slackText: string, blockId: string): Fields {
  const commands = new RegExp(COMMAND.source, 'gu');
  const elements: Fields[] = [];
  let at = 0;
  for (const match of slackText.matchAll(commands)) {
    if (match.index > at) elements.push({ type: 'text', text: unescapeEntities(slackText.slice(at, match.index)) });
    elements.push(pieceOf(match[0]));
    at = match.index + match[0].length;
  }
  if (at < slackText.length) elements.push({ type: 'text', text: unescapeEntities(slackText.slice(at)) });
  return { type: 'rich_text', block_id: blockId, elements: [{ type: 'rich_text_section', elements }] };
}
