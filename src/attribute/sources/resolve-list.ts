import type { Span } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import type { SourcePhrase } from '../clauses/source-phrase.ts';
import type { Bearer } from './bearer.ts';
import type { Roster } from './entity.ts';
import { lastBefore, type Memory, mentionsIn } from './memory.ts';
import { coreSpan } from './name-in-phrase.ts';

type Mention = Roster['mentions'][number];

/**
 * Several who speak as one, of whom the phrase of a source holds only the last or the first: "Ana Ruiz, the mayor, and | Jan Holt | said",
 * "according to | Ana Ruiz |, Jan Holt and Nadia Fell". Where the commas may part something else it is no list (null).
 */
export function resolveList(memory: Memory, { span, place, antecedent }: SourcePhrase): Bearer | null {
  if (antecedent !== null) return null;
  const { scan, roster } = memory;
  const core = coreSpan(scan.text, span);
  const within = mentionsIn(roster, core.start, core.end);
  const { sentences } = scan.article;
  const sentence = sentences[countLeading(sentences.length, (at) => (sentences[at]?.start ?? 0) <= span.start) - 1];
  const [first] = within;
  const last = within.at(-1);
  if (first?.span.start !== core.start || last?.span.end !== core.end || sentence === undefined) return null;
  const members =
    place === 'subject'
      ? [...membersBefore(memory, within, sentence), ...within]
      : within.length === 1
        ? [...within, ...membersAfter(memory, span, sentence)]
        : within;
  const names = [...new Set(members.map(({ entity }) => entity.name))];
  if (members.length === within.length || names.length < 2) return null;
  const name = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const key = `pair ${name.toLowerCase()}`;
  return { key, name, kind: 'group', named: true, role: null, entity: null, certainty: 0.9 };
}

/** ", the mayor of Keim": what stands between commas behind a name. */
const APPOSED = /^, [^,;:“”"()]{2,80}$/u;
/** As long as such an apposition may be, in characters. */
const APPOSED_REACH = 82;
/** What may stand before the first of those who speak: nothing, a word that joins, a day or a place, words in marks. */
const LEAD = /^(?:(?:But|And|Both|While|Although) |(?:On|In|At|Last|Earlier|Later)\b[^,“”"]{0,40}, |.*[”"] )?$/su;
/** Behind two names or more stands one comma less: "Ana Ruiz, Jan Holt and Nadia Fell". */
const PAIR = / and (?:the )?$/u;

function membersBefore({ scan: { text }, roster }: Memory, within: readonly Mention[], sentence: Span): Mention[] {
  const [own, second] = within;
  if (own === undefined) return [];
  const isPair = second !== undefined && PAIR.test(text.slice(own.span.end, second.span.start));
  const link = isPair ? ', ' : ', and ';
  const end = own.span.start - link.length;
  if (text.slice(end, own.span.start) !== link) return [];
  const found: Mention[] = [];
  let until = end;
  for (let at = lastBefore(roster, until); at >= 0; at -= 1) {
    const mention = roster.mentions[at];
    if (mention === undefined || mention.span.start < sentence.start) break;
    const gap = text.slice(mention.span.end, until);
    const isFirst = found.length === 0;
    const before = text.slice(Math.max(sentence.start, mention.span.start - 2), mention.span.start);
    const isApposed = isFirst && !isPair && APPOSED.test(gap);
    // "Ana Ruiz, the mayor of Keim, and": Keim is where she is mayor.
    if (!isApposed && !(gap === '' && (before === ', ' || before === ''))) {
      if (isFirst && !isPair && end - mention.span.start < APPOSED_REACH) continue;
      break;
    }
    found.unshift(mention);
    until = mention.span.start - 2;
    if (text.slice(until, mention.span.start) !== ', ') break;
  }
  const [first] = found;
  return first !== undefined && LEAD.test(text.slice(sentence.start, first.span.start)) ? found : [];
}

/** What may stand behind the last of a list that ends its sentence: who that is, and no clause of its own. */
const TAIL = /^(?:, (?:who [^;:“”"]{2,120}|[^,;:“”"]{2,80}))?[.”"’]*$/u;

function membersAfter({ scan: { text }, roster }: Memory, span: Span, sentence: Span): Mention[] {
  const found: Mention[] = [];
  const take = (at: number): boolean => {
    const start = text.startsWith('the ', at) ? at + 4 : at;
    const mention = roster.mentions[lastBefore(roster, start + 1)];
    if (mention?.span.start !== start || mention.span.end > sentence.end) return false;
    found.push(mention);
    return true;
  };
  let end = span.end;
  const apposed = /^, [^,;:“”"()]{2,80}, and /u.exec(text.slice(end, sentence.end))?.[0];
  while (text.startsWith(', ', end) && take(end + 2)) end = found.at(-1)?.span.end ?? end;
  const link = found.length > 0 ? /^,? and /u.exec(text.slice(end, sentence.end))?.[0] : apposed;
  if (link === undefined || !take(end + link.length)) return [];
  end = found.at(-1)?.span.end ?? end;
  const tail = text.slice(end, sentence.end);
  // "According to the mayor, Ana Ruiz and Jan Holt met": in front of its clause a list cannot be told from its first words.
  const isFront = /^According\b/.test(text.slice(sentence.start, sentence.start + 12));
  return (isFront ? found.length === 1 && tail.startsWith(', ') : TAIL.test(tail)) ? found : [];
}
