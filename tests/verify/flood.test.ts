/** Texts without full stops, which are one sentence: each word or figure of it could be held to all others. */
import { expect, test } from 'vitest';
import { checkClaims } from '#index.ts';
import { anArticle } from '../an-article.ts';
import { expectToEnd } from '../expect-to-end.ts';

test.each([['Holt said that '], ['was not wet and '], ['12 boats and '], ['may rise by 12% to '], ['plans to ']])(
  'claims about a sentence of 200,000 letters of %j are checked',
  (piece) => {
    const article = anArticle(piece.repeat(200_000 / piece.length));
    const claims = [40, 400, 1_900].map((length) => ({ text: `Holt said no to ${article.text.slice(0, length)}` }));
    expectToEnd(() => {
      expect(checkClaims(claims, article)).toHaveLength(claims.length);
    });
  },
);
