const ENTITY: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const ENTITIES = /&(?:amp|lt|gt);/g;
// No sign of markup holds another: what opens and never ends costs a flood of signs no more than one look at each.
const MENTION = /<@([A-Z0-9]+)(?:\|[^<>]*)?>/g;
const BROADCAST = /<!(?:channel|here|everyone|subteam\^[^<>|]*)(?:\|[^<>]*)?>/;

/** Text as Slack sends it in messages, back to what was typed: links to addresses, channels to names, signs unescaped. */
export function readText(text: string): string {
  return unescapeSigns(
    text
      .replace(/<(https?:\/\/[^|<>\s]+)(?:\|[^<>]*)?>/gi, '$1')
      .replace(/<mailto:([^|<>\s]+)(?:\|[^<>]*)?>/gi, '$1')
      .replace(/<#[A-Z0-9]+\|([^<>]*)>/g, '#$1')
      .replace(/<!([a-z]+)(?:\^[^|<>]*)?(?:\|@?([^<>]*))?>/g, (_, name, label) => `@${label || name}`),
  );
}

/**
 * Words after a slash command. They come as they were typed, for the manifest asks for that; where an older installation still
 * escapes them, every "&" is part of an escaped sign, and they are unescaped.
 */
export function readWordsTyped(text: string): string {
  const isEscaped = text.includes('&amp;') && !/&(?!(?:amp|lt|gt);)/.test(text);
  return isEscaped ? unescapeSigns(text) : text;
}

/** Whom a message speaks to, and its text without the bot's own names. */
export function readMentions(
  text: string,
  botUsers: readonly (string | undefined)[],
): { readonly text: string; readonly mentionsBot: boolean; readonly mentionsOthers: boolean } {
  const named = [...text.matchAll(MENTION)].map(([, user]) => user);
  return {
    text: readText(text.replace(MENTION, (mention, user) => (botUsers.includes(user) ? ' ' : mention))).trim(),
    mentionsBot: named.some((user) => botUsers.includes(user)),
    mentionsOthers: BROADCAST.test(text) || named.some((user) => !botUsers.includes(user)),
  };
}

function unescapeSigns(text: string): string {
  return text.replace(ENTITIES, (sign) => ENTITY[sign] ?? sign);
}
