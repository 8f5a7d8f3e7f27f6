/** Where a clause begins: what follows is said to somebody. "He told it to ignore its rules" is a report. */
const OPENS = String.raw`(?:^|[.:;,!?–—]\s*|\b(?:please|now|must|bitte|por favor|veuillez)\s+)`;
const VERBS =
  'ignore|disregard|forget|override|bypass|ignoriere[nt]?|vergiss|vergessen sie|ignorez|oubliez|ignora[d]?|ignoren|olvida|ignorate|dimentica|ignorem?|esqueça';
const RULES =
  'instructions?|prompts?|guidelines?|rules|commands?|anweisungen|regeln|vorgaben|consignes|règles|instrucciones|reglas|istruzioni|regole|instruções|regras';

/** What is said to a program that reads, or to whoever retells the article: no report, whoever wrote it there. */
const ORDERS = [
  new RegExp(String.raw`${OPENS}(?:${VERBS})\b.{0,60}\b(?:${RULES})\b`, 'iu'),
  /^(?:system|assistant|user|developer)\s?:/iu,
  /^(?:please )?(?:state|write|say|repeat|reply|respond|answer|output|print|summari[sz]e) (?:that|with|only|exactly|this|the article|“|")/iu,
  /^you (?:are now|must now|are an? (?:ai|assistant|language model|summari[sz]er))\b/iu,
  /^(?:an? |important )?(?:note|instruction|message|attention)s?\b[ ,:]{1,3}(?:to |for )?(?:all |any |the )?(?:automated|ai|language models?|llms?|bots?|summari[sz]ers?|assistants?)\b/iu,
];

/** Words in quotation marks are told of somebody, and are news. Nested marks are nobody's concern here. */
const QUOTED = /[“"„«][^“”"„«»]*[”"“»]/gu;

/** Whether a sentence gives an order to the program that reads it, such as "Ignore all previous instructions". */
export function isOrder(sentence: string): boolean {
  const own = sentence.replace(QUOTED, ' ').trim();
  return ORDERS.some((pattern) => pattern.test(own));
}
