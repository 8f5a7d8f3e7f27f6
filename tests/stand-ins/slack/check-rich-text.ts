import { address, all, byType, flag, list, object, oneOf, type Rule, text, whole } from './shape.ts';

/** Slack gives no length for a piece of rich text; the whole message is bounded by `msg_blocks_too_long`. */
const ANY_LENGTH = 1_000_000;
const MANY = 10_000;

const style: Rule = object({}, { bold: flag, italic: flag, strike: flag, code: flag, underline: flag });
const id = text(255);
const styled = { style };

const written: Rule = object({ type: oneOf('text'), text: text(ANY_LENGTH) }, styled);
const link: Rule = object(
  { type: oneOf('link'), url: address() },
  { ...styled, text: text(ANY_LENGTH, 0), unsafe: flag },
);

const pieces: Readonly<Record<string, Rule>> = {
  text: written,
  link,
  user: object({ type: oneOf('user'), user_id: id }, styled),
  usergroup: object({ type: oneOf('usergroup'), usergroup_id: id }, styled),
  team: object({ type: oneOf('team'), team_id: id }, styled),
  channel: object({ type: oneOf('channel'), channel_id: id }, styled),
  emoji: object({ type: oneOf('emoji'), name: text(255) }, { ...styled, unicode: text(255), url: address() }),
  broadcast: object({ type: oneOf('broadcast'), range: oneOf('here', 'channel', 'everyone') }, styled),
  color: object({ type: oneOf('color'), value: text(32) }, styled),
  date: object(
    { type: oneOf('date'), timestamp: whole(0, Number.MAX_SAFE_INTEGER), format: text(255) },
    { ...styled, url: address(), fallback: text(ANY_LENGTH) },
  ),
};

const border = oneOf(0, 1);
const section: Rule = object({ type: oneOf('rich_text_section'), elements: list(0, MANY, byType(pieces)) });

const parts: Readonly<Record<string, Rule>> = {
  rich_text_section: section,
  rich_text_quote: object({ type: oneOf('rich_text_quote'), elements: list(0, MANY, byType(pieces)) }, { border }),
  rich_text_preformatted: object(
    { type: oneOf('rich_text_preformatted'), elements: list(0, MANY, byType({ text: written, link })) },
    { border, language: text(64) },
  ),
  rich_text_list: object(
    {
      type: oneOf('rich_text_list'),
      style: oneOf('bullet', 'ordered'),
      elements: list(1, MANY, byType({ rich_text_section: section })),
    },
    { border, indent: whole(0, 8), offset: whole(0, MANY) },
  ),
};

/** The `elements` of a rich_text block: sections, quotes, lists and preformatted text. */
export const richTextParts: Rule = all(list(1, MANY, byType(parts)));
