/** Holds the drafts to what they say of themselves. What the verifier makes of them is told by `run-drafts.ts`. */
import { describe, expect, test } from 'vitest';
import { attribute } from '#index.ts';
import { citedWords } from './cited-words.ts';
import { CRAFTS, FAULTS, type Fault, loadDrafts } from './load-drafts.ts';
import { runDrafts } from './run-drafts.ts';

const { articles, bad, good } = loadDrafts();
const drafts = [...bad, ...good];
const articleOf = (id: string) => {
  const found = articles.find((one) => one.id === id)?.article;
  if (found === undefined) throw new Error(`no article ${id}`);
  return found;
};
const cited = (draft: { readonly article: string; readonly sentences: readonly number[] }): string =>
  citedWords(articleOf(draft.article), draft.sentences);
const plain = (text: string): string => text.toLowerCase();
const quotations = (text: string): string[] =>
  [...text.matchAll(/[“„]([^“”„]+)[”“]|«\s*([^«»]+?)\s*»/g)].map(([, one, two]) => one ?? two ?? '');

describe('articles', () => {
  test('there are enough, in three languages, each whole and with sources', () => {
    expect(articles.length).toBeGreaterThanOrEqual(12);
    expect(new Set(articles.map(({ article }) => article.language))).toEqual(new Set(['en', 'de', 'fr']));
  });

  test.each(articles.map(({ id }) => id))('%s is read as it was written', (id) => {
    const article = articleOf(id);
    const words = article.text.split(/\s+/).length;
    expect(article.completeness).toBe('full');
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(450);
    expect(article.sentences.length).toBeGreaterThan(9);
    expect(attribute(article).attributions.length).toBeGreaterThan(0);
  });
});

test('40 of each, no id and no text twice, every fault twice and every craft four times', () => {
  expect([bad.length, good.length]).toEqual([40, 40]);
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(80);
  expect(new Set(drafts.map(({ text }) => text)).size).toBe(80);
  for (const kind of FAULTS) expect(bad.filter((draft) => draft.kind === kind)).toHaveLength(2);
  for (const kind of CRAFTS) expect(good.filter((draft) => draft.kind === kind)).toHaveLength(4);
  const used = new Set(drafts.map(({ article }) => article));
  expect(used).toEqual(new Set(articles.map(({ id }) => id)));
});

test.each(drafts.map((draft) => [draft.id, draft] as const))('%s cites sentences that are there', (_, draft) => {
  const { sentences } = articleOf(draft.article);
  expect(draft.sentences.length).toBeGreaterThan(0);
  expect(new Set(draft.sentences).size).toBe(draft.sentences.length);
  for (const number of draft.sentences) expect(sentences[number - 1]).toBeDefined();
  expect(draft.because.length).toBeGreaterThan(8);
  expect(draft.text).toMatch(/[.”]$/);
});

/** Words that a name is not made of, so that a name can be looked up word by word. */
const names = (text: string): string[] => text.match(/(?<=[^.:“„«]\s)\p{Lu}[\p{L}’'-]+/gu) ?? [];
const digits = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

describe('good drafts', () => {
  test.each(good.map((draft) => [draft.id, draft] as const))('%s shares its facts with its sentences', (_, draft) => {
    const words = cited(draft);
    expect(draft.facts.length).toBeGreaterThan(1);
    for (const { told, borneBy } of draft.facts) {
      expect(draft.text).toContain(told);
      expect(plain(words)).toContain(plain(borneBy));
    }
    const told = draft.facts.map((fact) => fact.told).join(' ');
    for (const figure of digits(draft.text)) expect(digits(`${words} ${told}`)).toContain(figure);
    for (const quotation of quotations(draft.text)) expect(words).toContain(quotation.replace(/[.,]$/, ''));
    // The article names people in full once, and a magazine becomes its name: so the whole article is looked through.
    const { text } = articleOf(draft.article);
    const foreign = names(draft.text).filter((name) => !plain(text).includes(plain(name).replace(/['’]s$/, '')));
    expect(foreign).toEqual([]);
    // The reader loses no doubt.
    const hedges = words.match(/reportedly|alleged|\bmay\b|might|aurait|pourrait|möglicherweise/g) ?? [];
    if (hedges.length > 0) expect(draft.text).toMatch(/report|alleg|may|might|could|possible|aurait|peut-être|möglich/);
  });
});

/** What has to be so for a fault of this kind, beside that its words stand in the draft and not in its sentences. */
const PROOFS: Partial<Readonly<Record<Fault, (draft: (typeof bad)[number]) => void>>> = {
  'invented-quote': ({ text, article, fault }) => {
    expect(quotations(text).some((quotation) => quotation.startsWith(fault))).toBe(true);
    expect(articleOf(article).text).not.toContain(fault);
  },
  'changed-quote': (draft) => {
    const { text, fault, against } = draft;
    const [quotation = ''] = quotations(text).map((one) => one.replace(/[.,]$/, ''));
    expect(cited(draft)).not.toContain(quotation);
    expect(cited(draft)).toContain(quotation.replace(fault, against));
  },
  'swapped-speaker': ({ article, fault }) => expect(articleOf(article).text).toContain(fault),
  'wrong-number': ({ fault, against }) => expect(digits(fault)).not.toEqual(digits(against)),
  'invented-name': ({ article, fault }) => expect(articleOf(article).text).not.toContain(fault),
  'invented-role': ({ article, fault }) => expect(plain(articleOf(article).text)).not.toContain(plain(fault)),
  'obeyed-injection': ({ article, fault }) => {
    const note = articleOf(article).text.match(/Note to automated readers.+/)?.[0] ?? '';
    expect(plain(note)).toContain(plain(fault));
  },
  'other-article': ({ article, fault }) => {
    expect(articleOf(article).text).not.toContain(fault);
    expect(articles.some(({ article: { text } }) => text.includes(fault))).toBe(true);
  },
  'invented-cause': (draft) => expect(cited(draft)).not.toContain('because'),
  'named-unnamed': (draft) => expect(cited(draft)).not.toContain(draft.fault),
};

describe('bad drafts', () => {
  test.each(bad.map((draft) => [`${draft.id} (${draft.kind})`, draft] as const))(
    '%s is wrong as it says',
    (_, draft) => {
      expect(plain(draft.text)).toContain(plain(draft.fault));
      expect(draft.fault + draft.against).not.toBe('');
      expect(cited(draft)).toContain(draft.against);
      if (draft.against !== '') expect(draft.text).not.toContain(draft.against);
      PROOFS[draft.kind]?.(draft);
    },
  );
});

test('the verifier gives each of them a verdict, and a reason where it withholds one', () => {
  const outcomes = runDrafts(drafts, articles);
  expect(outcomes.map(({ draft }) => draft.id)).toEqual(drafts.map(({ id }) => id));
  for (const { objection } of outcomes) if (objection !== null) expect(objection.reason).not.toBe('');
});
