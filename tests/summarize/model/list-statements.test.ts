import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { readText } from '#read/read-text.ts';
import { listStatements } from '#summarize/model/list-statements.ts';

/** What a model is told of the statements of a text. */
function told(text: string): string {
  const article = readText(text);
  return listStatements(article, attribute(article), { from: 0, to: article.sentences.length });
}

test('a model is told who keeps silent and who refuses to do something', () => {
  expect(told('The ferry company declined to comment on the crash.')).toMatch(/declined to comment; sentence 1$/);
  expect(told('Ana Ruiz, the head of the port union, declined to threaten a strike.')).toMatch(
    /, a refusal; sentence 1$/,
  );
  expect(told('Ana Ruiz, the head of the port union, denied that the crane was old.')).toMatch(
    /, a denial; sentence 1$/,
  );
});
