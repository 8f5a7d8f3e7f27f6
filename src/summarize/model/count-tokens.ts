/** What a message costs beside its words, by OpenAI's own count. */
const TOKENS_A_MESSAGE = 4;

/** So many UTF-8 bytes are one token at least, in any tokenizer and language that we have seen. */
const FEWEST_BYTES_A_TOKEN = 2;

/**
 * Counts tokens as OpenAI's newer models do (o200k); other tokenizers count up to a third more or less. The tables weigh some 20 MB
 * and take a quarter of a second to load, so that they are loaded when somebody asks.
 */
export async function countTokens(messages: readonly string[]): Promise<number> {
  const { countTokens: count } = await import('gpt-tokenizer/encoding/o200k_base');
  // An article may hold "<|endoftext|>", which is text like any other.
  const counts = messages.map((message) => count(message, { allowedSpecial: new Set(), disallowedSpecial: new Set() }));
  return counts.reduce((sum, tokens) => sum + tokens + TOKENS_A_MESSAGE, 0);
}

/** No text has more tokens than this; known at once. */
export function mostTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / FEWEST_BYTES_A_TOKEN) + TOKENS_A_MESSAGE;
}
