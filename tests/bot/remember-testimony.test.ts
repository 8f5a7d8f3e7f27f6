import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { rememberTestimony } from '#bot/remember-testimony.ts';
import type { Article } from '#core/article.ts';
import { TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

function counted(most: number) {
  const asked: Article[] = [];
  const remembered = rememberTestimony((article) => {
    asked.push(article);
    return attribute(article);
  }, most);
  return { asked, remembered };
}

const other = (n: number): Article => anArticle(`${TEXT}\n\nAnd ${n} more.`);

test('an article that comes anew is not attributed again, and says the same', () => {
  const { asked, remembered } = counted(2);
  const first = remembered(anArticle(TEXT));
  expect(remembered(structuredClone(anArticle(TEXT)))).toEqual(first);
  expect(first).toEqual(attribute(anArticle(TEXT)));
  expect(asked).toHaveLength(1);
});

test('another title, address or text is another article', () => {
  const { asked, remembered } = counted(9);
  const article = anArticle(TEXT);
  for (const one of [article, { ...article, title: 'Another' }, { ...article, url: 'https://a.example/' }, other(1)])
    remembered(one);
  expect(asked).toHaveLength(4);
});

test('what was not asked about for the longest time is forgotten first', () => {
  const { asked, remembered } = counted(2);
  for (const n of [1, 2, 1, 3, 1]) remembered(other(n));
  expect(asked).toHaveLength(3);
  remembered(other(2));
  expect(asked).toHaveLength(4);
});
