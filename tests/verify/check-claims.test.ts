import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textAt } from '#core/article.ts';
import type { Claim, Verdict } from '#core/claim.ts';
import type { Testimony } from '#core/testimony.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { placeOf, plainArticle } from './plain-article.ts';

const TEXT = [
  'Sundby’s harbour wall has cracked in 14 places, engineer Ida Holm told the Quay Gazette on Tuesday, 26 May 2015.',
  '“We had no intention of closing it,” said Holm, who has worked for Lund Lines since 1998. The repairs will cost £31.5m, or 9% of the town’s budget.',
  'Mayor Peter Krag said the town would borrow the money. “Either we pay now,” he said, “or our children pay twice.”',
  'Some 2,400 people live behind the wall, according to the British Flood Office. Two dozen families have left since March 3.',
].join('\n\n');
const ARTICLE = plainArticle(TEXT);

const NOBODY: Testimony = { sources: [], attributions: [] };

const TESTIMONY: Testimony = {
  sources: [
    { id: 's1', name: 'Ida Holm', role: 'engineer', kind: 'person', named: true, mentions: [] },
    { id: 's2', name: 'Peter Krag', role: 'Mayor', kind: 'person', named: true, mentions: [] },
  ],
  attributions: [
    statement('a1', 's1', ['Sundby’s harbour wall has cracked in 14 places'], ['Quay Gazette']),
    statement('a2', 's1', ['We had no intention of closing it'], []),
    statement('a3', 's2', ['the town would borrow the money'], []),
    statement('a4', 's2', ['Either we pay now', 'or our children pay twice'], []),
  ],
};

function statement(id: string, source: string, words: readonly string[], via: readonly string[]) {
  const content = words.map((piece) => placeOf(piece, TEXT));
  const plain = { cue: null, verb: 'say', form: 'direct', hedge: null, stance: 'asserts' } as const;
  return { id, source, via, content, quotes: content, confidence: 0.9, ...plain };
}

function judge(claim: string | Claim, testimony = TESTIMONY, article = ARTICLE): Verdict {
  const claims = [typeof claim === 'string' ? { text: claim } : claim];
  const [verdict] = createCheckClaims(() => testimony)(claims, article);
  if (verdict === undefined) throw new Error('a claim without a verdict');
  return verdict;
}

function checksAgainst(claim: string | Claim): string[] {
  return judge(claim).objections.map(({ check }) => check);
}

test('supports every sentence and every paragraph of the article', () => {
  for (const span of [...ARTICLE.sentences, ...ARTICLE.paragraphs, { start: 0, end: TEXT.length }]) {
    expect(judge(textAt(TEXT, span)), textAt(TEXT, span)).toMatchObject({ supported: true, objections: [] });
  }
});

test('supports a sentence in small letters and with the spaces of a tokeniser', () => {
  expect(judge(TEXT.toLowerCase()).objections).toEqual([]);
  expect(checksAgainst('The repairs will cost £ 31.5 m , or 9 % of the town ’ s budget .')).toEqual([]);
  expect(checksAgainst('Some 2, 400 people live behind the wall, according to the British Flood Office.')).toEqual([]);
});

test('accepts figures that are spelled in another way', () => {
  expect(checksAgainst('The wall has cracked in fourteen places.')).toEqual([]);
  expect(checksAgainst('The repairs will cost £31,500,000, nine percent of the budget.')).toEqual([]);
  expect(checksAgainst('24 families have left since 3 March.')).toEqual([]);
  expect(checksAgainst('About £31m will be borrowed.')).toEqual([]);
});

test('refuses figures with another value, unit or date', () => {
  expect(checksAgainst('The wall has cracked in 15 places.')).toEqual(['figures']);
  expect(checksAgainst('The wall has cracked in 24 places.')).toEqual(['figures']);
  expect(checksAgainst('The repairs will cost £31.5bn.')).toEqual(['figures']);
  expect(checksAgainst('The repairs will cost $31.5m.')).toEqual(['figures']);
  expect(checksAgainst('The repairs will cost 14% of the budget.')).toEqual(['figures']);
  expect(checksAgainst('Holm told the Quay Gazette on 27 May 2015.')).toEqual(['figures']);
  expect(checksAgainst('Holm told the Quay Gazette on Wednesday.')).toEqual(['figures']);
  expect(checksAgainst('About £40m will be borrowed.')).toEqual(['figures']);
});

test('accepts a surname alone and a country for its people, and refuses an invented first name', () => {
  expect(checksAgainst('The town would borrow the money, Krag said.')).toEqual([]);
  expect(checksAgainst('The UK flood office counts 2,400 people behind the wall.')).toEqual([]);
  expect(checksAgainst('The town would borrow the money, Mayor Anders Krag said.')).toEqual(['names']);
});

test('does not take a part of a word for a name', () => {
  const text = 'Krag: Mayor Holm Won’t Pay for Harbour Wall.';
  expect(judge(text, NOBODY, plainArticle(text)).objections).toEqual([]);
});

test('knows the names of the title, the outlet and the authors', () => {
  const article = plainArticle(TEXT, {
    title: 'Sundby wall fails',
    outlet: 'Fjord Tidings',
    authors: ['Mette Aagaard'],
  });
  const text = 'The harbour wall has cracked in 14 places, Mette Aagaard of Fjord Tidings wrote.';
  expect(judge(text, NOBODY, article).objections).toEqual([]);
  expect(judge(text, NOBODY).objections.map(({ check }) => check)).toContain('names');
});

test('refuses a changed quote, names the words, and tells the right ones', () => {
  const { objections } = judge('“We had no plans of closing it,” said Holm.');
  expect(objections).toHaveLength(1);
  expect(objections[0]?.text).toContain('no plans of closing it');
  expect(objections[0]?.reason).toContain('it has “We had no intention of closing it');
  expect(checksAgainst({ text: 'Holm spoke of the wall.', quote: 'no plans of closing it' })).toEqual(['quotes']);
});

test('lets a quotation be joined where the cue interrupts it', () => {
  expect(checksAgainst('“Either we pay now, or our children pay twice,” Krag said.')).toEqual([]);
  expect(checksAgainst('“Either we pay now or our children pay double,” Krag said.')).toEqual(['quotes']);
});

test('refuses a speaker whom the article does not credit with the words', () => {
  const quote = 'We had no intention of closing it';
  const text = `“${quote},” he said.`;
  expect(checksAgainst({ text, quote, speaker: 'Peter Krag' })).toEqual(['speaker']);
  expect(checksAgainst({ text, quote, speaker: 'Ida Holm' })).toEqual([]);
  expect(checksAgainst({ text, quote, speaker: 'Holm, an engineer' })).toEqual([]);
  expect(checksAgainst({ text: 'The town would borrow the money.', speaker: 'Ida Holm' })).toEqual(['speaker']);
});

test('does not judge a speaker where the article credits nobody', () => {
  const claim = { text: 'Two dozen families have left since March 3.', speaker: 'Peter Krag' };
  expect(checksAgainst(claim)).toEqual([]);
  expect(judge({ ...claim, text: 'The town would borrow the money.' }, NOBODY).objections).toEqual([]);
});

test('refuses a sentence about something else', () => {
  const { supported, score, objections } = judge('A volcano destroyed several crowded villages overnight.');
  expect(supported).toBe(false);
  expect(score).toBeLessThan(0.1);
  expect(objections.map(({ check }) => check)).toEqual(['evidence']);
});

test('gives verdicts in the order of the claims, none for none, and refuses what is no claim', () => {
  const verdicts = createCheckClaims(() => TESTIMONY)([{ text: 'Krag has 17 dogs.' }, { text: TEXT }], ARTICLE);
  expect(verdicts.map(({ supported }) => supported)).toEqual([false, true]);
  expect(createCheckClaims(() => TESTIMONY)([], ARTICLE)).toEqual([]);
  expect(judge('wall '.repeat(10_000)).supported).toBe(false);
  expect(judge('').supported).toBe(false);
});

test('survives an empty article and any claim at all', () => {
  const empty = plainArticle('');
  expect(judge('The wall has cracked.', NOBODY, empty).supported).toBe(false);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { score } = judge({ text, quote: text, speaker: text });
      return score >= 0 && score <= 1;
    }),
    { numRuns: 200 },
  );
});

test('refuses any sentence with one digit changed', () => {
  const digits = [...TEXT.matchAll(/\d/gu)].map((match) => match.index);
  fc.assert(
    fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, step) => {
      const digit = (Number(TEXT.charAt(at)) + step) % 10;
      const span = ARTICLE.sentences.find(({ start, end }) => start <= at && at < end) ?? {
        start: 0,
        end: TEXT.length,
      };
      const changed = `${TEXT.slice(span.start, at)}${digit}${TEXT.slice(at + 1, span.end)}`;
      return !judge(changed).supported;
    }),
    { numRuns: 300 },
  );
});

test('refuses a quote with any one word changed', () => {
  const quote = 'We had no intention of closing it';
  const words = quote.split(' ');
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.stringMatching(/^[a-z]{2,9}$/u), (at, word) => {
      fc.pre(word !== words[at]?.toLowerCase());
      const changed = words.with(at, word).join(' ');
      return judge(`“${changed},” said Holm.`).objections.some(({ check }) => check === 'quotes');
    }),
    { numRuns: 200 },
  );
});

test('supports no claim in which there is no word to look for', () => {
  for (const text of ['\ud800', '…', '“ ”', '?!', 'Of the.', '\u200b']) {
    expect(judge(text), JSON.stringify(text)).toMatchObject({ supported: false, score: 0 });
  }
});

test('refuses to read a claim that is longer than a claim can be', () => {
  expect(judge('The wall has cracked. '.repeat(200)).objections[0]?.check).toBe('length');
});
