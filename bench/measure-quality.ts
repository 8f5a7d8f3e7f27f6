import { answer, attribute, brief, checkClaims, Problem } from '#index.ts';
import type { GoldArticle } from './parse-gold.ts';
import { readMarked } from './read-marked.ts';
import { type AnswerScore, scoreAnswer } from './score-answer.ts';
import { type BriefingScore, POINTS, scoreBriefing } from './score-briefing.ts';
import { countMouths, judgeAnswer, type Mouth } from './score-credits.ts';
import { scoreTestimony, type TestimonyScore } from './score-testimony.ts';
import { percentOf, sumTallies, type Tally, tallyOf } from './tally.ts';

/** One figure in per cent, out of how many tries, and which way is better. */
export type QualityRow = {
  readonly name: string;
  readonly percent: number;
  readonly tries: number;
  readonly isBetter: 'higher' | 'lower';
};

/**
 * Reads, attributes, briefs and asks every article and compares with its marks. The same code gives the same figures, to the
 * last digit.
 */
export async function measureQuality(articles: readonly GoldArticle[]): Promise<QualityRow[]> {
  const bodies: boolean[] = [];
  const testimonies: TestimonyScore[] = [];
  const briefings: BriefingScore[] = [];
  const answers: AnswerScore[] = [];
  const told: Mouth[] = [];
  const passed: boolean[] = [];
  const refused: boolean[] = [];
  for (const gold of articles) {
    const { article, isExact } = readMarked(gold);
    bodies.push(isExact);
    const testimony = attribute(article);
    testimonies.push(scoreTestimony(gold, article.text, testimony));
    briefings.push(await briefed(gold, () => brief(article, { engine: 'extractive', points: POINTS })));
    for (const [at, { supported }] of checkClaims(gold.claims, article).entries()) {
      if (gold.claims[at]?.faithful === true) passed.push(supported);
      else refused.push(!supported);
    }
    for (const question of gold.questions) {
      const given = await answer(question.q, article, { engine: 'extractive' });
      answers.push(scoreAnswer(question, article.text, given));
      if (given.answered) told.push(...judgeAnswer(gold, given, testimony, article));
    }
  }
  const credits = briefings.map((score) => score.credits);
  const said = (name: string, pick: (score: TestimonyScore) => Tally) => row(name, testimonies.map(pick));
  return [
    row('text read exactly', [tallyOf(bodies)]),
    said('content F1', (score) => score.contentF1),
    said('attribution F1 (content + speaker)', (score) => score.attributionF1),
    said('speaker', (score) => score.speaker),
    said('via', (score) => score.via),
    { ...said('via invented', (score) => score.viaInvented), isBetter: 'lower' },
    said('named or unnamed', (score) => score.named),
    said('kind', (score) => score.kind),
    said('form', (score) => score.form),
    said('hedge', (score) => score.hedge),
    said('stance (denies, declines)', (score) => score.stance),
    { ...said('terms reported as quotes', (score) => score.notQuotes), isBetter: 'lower' },
    row(
      'key sentences',
      briefings.map((score) => score.keySentences),
    ),
    row(
      'points: credited as the gold credits them',
      credits.map(({ right }) => right),
    ),
    {
      ...row(
        'points: words in a wrong mouth',
        credits.map(({ wrong }) => wrong),
      ),
      isBetter: 'lower',
    },
    row(
      'disagreements found',
      briefings.map((score) => score.disagreementRecall),
    ),
    row(
      'disagreements that are right',
      briefings.map((score) => score.disagreementPrecision),
    ),
    row(
      'answers: right passage first',
      answers.map((score) => score.found),
    ),
    row(
      'answers: answered',
      answers.map((score) => score.answered),
    ),
    row(
      'answers: abstained where it should',
      answers.map((score) => score.abstained),
    ),
    { ...row('answers: words in a wrong mouth', [countMouths(told).wrong]), isBetter: 'lower' },
    row('claims: faithful ones supported', [tallyOf(passed)]),
    row('claims: corrupted ones refused', [tallyOf(refused)]),
  ];
}

/** A briefing of which nothing survived the verifier covers nothing; it is a result, not an accident. */
async function briefed(gold: GoldArticle, make: () => ReturnType<typeof brief>): Promise<BriefingScore> {
  try {
    return scoreBriefing(gold, await make());
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'NOTHING_VERIFIED') throw error;
    return {
      keySentences: { hits: 0, tries: Math.min(POINTS, gold.keySentences.length) },
      credits: countMouths([]),
      disagreementRecall: { hits: 0, tries: gold.disagreements.length },
      disagreementPrecision: { hits: 0, tries: 0 },
    };
  }
}

function row(name: string, tallies: readonly Tally[]): QualityRow {
  const sum = sumTallies(tallies);
  return { name, percent: percentOf(sum), tries: sum.tries, isBetter: 'higher' };
}
