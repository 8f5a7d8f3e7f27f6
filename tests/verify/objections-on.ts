import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { plainArticle } from './plain-article.ts';

const checkClaims = createCheckClaims(attribute);

/** The names of the checks that object to a claim on an article of this text. */
export function objectionsOn(text: string): (claim: string) => string[] {
  const article = plainArticle(text);
  return (claim) => checkClaims([{ text: claim }], article)[0]?.objections.map(({ check }) => check) ?? [];
}
