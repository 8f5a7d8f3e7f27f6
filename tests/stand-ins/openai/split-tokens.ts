/** Latin letters in one token; text of news has about four characters a token with the tokenizers of today. */
const LONGEST_TOKEN = 5;

const TOKEN = new RegExp(`\\s*(?:[\\p{L}\\p{N}]{1,${LONGEST_TOKEN}}|[^\\s\\p{L}\\p{N}])|\\s+`, 'gu');

/** Something like the tokens of a real model: pieces of words, single marks; joined they are the text again. */
export function splitTokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** What a chat template puts around each message. */
const TOKENS_AROUND_MESSAGE = 4;

export function countPrompt(messages: readonly { readonly content: string }[]): number {
  return messages.reduce((sum, { content }) => sum + splitTokens(content).length + TOKENS_AROUND_MESSAGE, 0);
}
