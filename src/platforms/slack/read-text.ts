const ENTITY: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Text as Slack sends it in messages, back to what was typed: links to addresses, channels to names, signs unescaped. */
export function readText(text: string): string {
  return text
    .replace(/<(https?:\/\/[^|<>\s]+)(?:\|[^<>]*)?>/gi, '$1')
    .replace(/<mailto:([^|<>\s]+)(?:\|[^<>]*)?>/gi, '$1')
    .replace(/<#[A-Z0-9]+\|([^<>]*)>/g, '#$1')
    .replace(/<!([a-z]+)(?:\^[^|<>]*)?(?:\|[^<>]*)?>/g, '@$1')
    .replace(/&(?:amp|lt|gt);/g, (sign) => ENTITY[sign] ?? sign);
}

/**
 * Words after a slash command. They come as they were typed, for the manifest asks for that; where an older installation still
 * escapes them, every "&" is part of an escaped sign, and they are unescaped.
 */
export function readWordsTyped(text: string): string {
  const isEscaped = text.includes('&') && !/&(?!(?:amp|lt|gt);)/.test(text) && /&amp;/.test(text);
  return isEscaped ? text.replace(/&(?:amp|lt|gt);/g, (sign) => ENTITY[sign] ?? sign) : text;
}

/** Whom a message speaks to, and its text without the bot's own name. */
export function readMentions(
  text: string,
  botUser: string,
): { readonly text: string; readonly mentionsBot: boolean; readonly mentionsOthers: boolean } {
  const named = [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, user]) => user);
  const isBroadcast = /<!(?:channel|here|everyone|subteam\^[^<>|]*)(?:\|[^<>]*)?>/.test(text);
  return {
    text: readText(text.replace(new RegExp(`<@${botUser}(?:\\|[^<>]*)?>`, 'g'), ' ')).trim(),
    mentionsBot: named.includes(botUser),
    mentionsOthers: isBroadcast || named.some((user) => user !== botUser),
  };
}
