import type { Objection } from '#core/claim.ts';
import data from '../data/retelling.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { holdsOneOf } from '../read-sentence.ts';
import { toldSentences } from '../support/told-sentences.ts';
import type { Subject } from './check.ts';

const ASKING = new Set(data.asking);

/** A sentence that tells its reader, or a program, what to do; what stands in quotation marks does not count. */
const ORDERS = [
  /^(?:ignore|disregard|forget|pretend|ignoriere|vergiss|ignorez|oubliez)\b/iu,
  /^(?:please )?(?:state|write|say|report|mention|repeat|reply|respond|answer|output|print|claim|conclude|add|tell) (?:that|with|only|exactly|the|every|all|your|“|")/iu,
  /^(?:do not|don[’']t|never) (?!\p{Lu})/iu,
  /^you (?:must|are to|are now)\b/iu,
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|rules|prompt)\b/iu,
  /\b(?:note|instructions?|message) (?:to|for) (?:all |any )?(?:automated|ai|language|machine|bots?|programs?|assistants?)/iu,
  /^(?:schreiben? sie|schreibe|écrivez|dites|répondez)\b/iu,
];

/** What an article tells its reader to say is told as such, or not at all: nobody obeys it. */
export function checkOrders(subject: Subject, ground: Ground): Objection[] {
  const told = toldSentences(subject, ground);
  if (
    !told.some(({ given, isCited }) => isCited && given.some(({ text }) => isOrder(text))) ||
    holdsOneOf(
      told.map(({ words }) => words),
      ASKING,
    )
  )
    return [];
  return [
    { check: 'orders', text: subject.text, reason: 'the passage is an order to its reader, and this tells it as news' },
  ];
}

function isOrder(sentence: string): boolean {
  const own = sentence.replace(/[“"„«][^”"“»]*[”"“»]/gu, ' ').trim();
  return ORDERS.some((pattern) => pattern.test(own));
}
