import type { Spoiling } from './stand-in.ts';

/** So many white characters a model gives that has to write JSON and does not find to an end. */
const BLANKS = 4_000;

/** An answer spoilt in one of the ways that models have. Null is a message without content. */
export function spoilContent(content: string, how: Spoiling): string | null {
  const fenced = `\`\`\`json\n${content}\n\`\`\``;
  switch (how) {
    case 'broken-json':
      return content.slice(0, -1);
    case 'prose':
      return `Sure! Here is the JSON that you asked for:\n\n${content}\n\nTell me if you want {more} points.`;
    case 'fence':
      return fenced;
    case 'prose-and-fence':
      return `Here are the key points of the article.\n\n${fenced}\n\nI kept to the article throughout.`;
    case 'thinking':
      return `<think>\nThe reader wants an object such as {"points": []}. Let me look at sentence 1.\n</think>\n\n${content}`;
    case 'wrong-shape':
      return JSON.stringify({ result: { summary: content.slice(0, 40), confidence: 'high' } });
    case 'array':
      return `[${content}]`;
    case 'empty':
      return '';
    case 'null':
      return null;
    case 'blanks':
      return '\n '.repeat(BLANKS / 2);
  }
}
