import { textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import { bareSubject, type Subject } from './check.ts';
import { checkBearers } from './check-bearers.ts';
import { checkCitedFigures, hasLetters } from './check-cited-figures.ts';
import { checkDoer } from './check-doer.ts';
import { checkFigurePlaces } from './check-figure-places.ts';
import { checkOrders } from './check-orders.ts';
import { checkTeller } from './check-teller.ts';
import { checkTurning } from './check-turning.ts';
import { checkWording } from './check-wording.ts';
import { CHECKS } from './checks.ts';
import data from './data/retelling.json' with { type: 'json' };
import type { Ground } from './ground.ts';
import { holdsOneOf, type Retold, readRetold } from './read-retold.ts';
import { REWORDING_CHECKS } from './rewording-checks.ts';

const HEDGES = new Set(data.hedges);
const ARTICLES = new Set(data.articles);
const OPENERS = new Set(data.openers);

/**
 * All that stands against a text that somebody wrote in words of their own about these passages. Beside every check that holds for
 * what is cut from an article there are some that only a writer can fail: a stronger verb, a denial told as a fact, an invented reason,
 * a figure said of something else. Where passages are given, what a check holds against the words is weighed against these passages.
 */
export function checkRetelling(subject: Subject, ground: Ground): Objection[] {
  const retold = readRetold(subject, ground);
  const general = CHECKS.flatMap((check) => check(subject, ground)).filter(
    (one) => !isExcused(one, subject, retold, ground),
  );
  const claimed = [checkFigurePlaces, checkDoer, checkTeller].flatMap((check) =>
    check(bareSubject(subject.text), ground),
  );
  return [
    ...general,
    ...(subject.evidence === null ? [] : claimed),
    ...checkBearers(subject, ground),
    ...checkWording(retold),
    ...checkCitedFigures(retold, ground),
    ...checkTurning(retold),
    ...checkOrders(retold),
    ...REWORDING_CHECKS.flatMap((check) => check(subject, ground)),
  ];
}

/** A point that was written anew shares fewer words with its passages than one that was cut; numbers count in any spelling. */
const BORNE_FROM = 0.4;

/** Whether the passages explain what a check objects to, which looks at the words alone. */
function isExcused(objection: Objection, subject: Subject, retold: Retold, ground: Ground): boolean {
  if (!retold.isCited) return false;
  const { check, reason, text } = objection;
  switch (check) {
    case 'evidence':
      return reason === 'the passage given for it says something else' && isBorne(retold);
    case 'strength':
      // "Are reported to have agreed" is as careful as "have reportedly agreed".
      return reason.startsWith('it makes certain') && holdsOneOf(retold.told, HEDGES);
    case 'figures':
      return hasLetters({ text }, retold.cited) && !isRivalCited(reason, subject, ground);
    case 'names':
      return ground.article.language.startsWith('de') && isCommonNoun(text, subject.text);
    default:
      return false;
  }
}

function isBorne({ told, cited }: Retold): boolean {
  const known = new Set(cited.flatMap(({ words }) => words.flatMap(({ root }) => root ?? [])));
  const values = cited.flatMap(({ figures }) => figures.flatMap(({ value }) => value ?? []));
  const roots = told.flatMap(({ words, figures }) =>
    words.flatMap(({ root, start, end }) => {
      if (root === null) return [];
      const figure = figures.find(({ span }) => span.start <= start && end <= span.end);
      return [figure?.value != null && values.includes(figure.value) ? true : known.has(root)];
    }),
  );
  return roots.filter((isKnown) => isKnown).length >= roots.length * BORNE_FROM;
}

/** "The article gives “14” for this": it matters where that stands in the passages, too. */
function isRivalCited(reason: string, { evidence }: Subject, { article }: Ground): boolean {
  const rival = /^the article gives “([^”]+)”/u.exec(reason)?.[1];
  return rival !== undefined && (evidence ?? []).some((passage) => textAt(article.text, passage).includes(rival));
}

/** German writes every noun with a capital: behind an article one word is no name, nor is a preposition that opens a sentence. */
function isCommonNoun(name: string, text: string): boolean {
  if (OPENERS.has(name.toLowerCase())) return true;
  if (contentWords(name, 'de').length > 1) return false;
  const before = text.slice(0, text.indexOf(name)).trimEnd().split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  return ARTICLES.has(before);
}
