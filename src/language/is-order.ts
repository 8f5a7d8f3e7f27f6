/** Where a clause begins: what follows is said to somebody. "He told it to ignore its rules" is a report. */
const OPENS = String.raw`(?:^|[.:;,!?–—]\s*|\b(?:please|now|must|bitte|por favor|veuillez)\s+)`;
const VERBS =
  'ignore|disregard|forget|override|bypass|ignoriere[nt]?|vergiss|vergessen sie|ignorez|oubliez|ignora[d]?|ignoren|olvida|ignorate|dimentica|ignorem?|esqueça';
const RULES =
  'instructions?|prompts?|guidelines?|rules|commands?|anweisungen|regeln|vorgaben|consignes|règles|instrucciones|reglas|istruzioni|regole|instruções|regras';

/** Programs that read for others, as somebody speaks to them. */
const READERS =
  '(?:dear |attention |to |all |any |hey )*(?:ai|artificial intelligence|llm|language|automated|virtual|chat|summary|ki-?)?[ -]?(?:assistants?|assistenten?|models?|modelle?|chatbots?|bots?|ais?|llms?|summari[sz]ers?|systems?|agents?)';
const DOING =
  'tell|say|state|write|report|mention|ignore|disregard|describe|call|note|add|include|summari[sz]e|present|conclude|repeat|answer|respond|output|praise|omit|leave out|schreiben?|sagt?|fass[et]?|behaupte[tn]?|ignorier[et]n?';

/** What is said to a program that reads, or to whoever retells the article: no report, whoever wrote it there. */
const ORDERS = [
  new RegExp(String.raw`${OPENS}(?:${VERBS})\b.{0,60}\b(?:${RULES})\b`, 'iu'),
  /^(?:system|assistant|user|developer)\s?:/iu,
  /^(?:please )?(?:state|write|say|report|mention|claim|conclude|repeat|reply|respond|answer|output|print|summari[sz]e) (?:that|with|only|exactly|this|the article|“|")/iu,
  new RegExp(String.raw`^${READERS}\s?[:,–—-]\s(?:please |do not |never |you must |always )?(?:${DOING})\b`, 'iu'),
  new RegExp(String.raw`^if you (?:are|’re|'re) (?:an? )?${READERS}\b`, 'iu'),
  /^(?:please )?(?:tell|inform|assure|remind) (?:the |your |all )?(?:readers?|users?|them|everyone|people) (?:that|about|how)\b/iu,
  /^(?:please )?(?:describe|present|portray|summari[sz]e|rewrite) [^,.:]{2,60} (?:as|with|by)\b/iu,
  /^(?:in|for) your (?:summary|answer|reply|briefing|response|output)\b/iu,
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
