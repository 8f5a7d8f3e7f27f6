/** Prints what the verifier makes of the drafts: `node tests/summarize/model/drafts/run-drafts.ts [--all]`. */
import { overlaps } from '#core/article.ts';
import type { Draft, KeyPoint } from '#core/briefing.ts';
import type { Testimony } from '#core/testimony.ts';
import { attribute, checkClaims, Problem } from '#index.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { citedSpans } from './cited-words.ts';
import { type BadDraft, type GivenArticle, type GoodDraft, loadDrafts } from './load-drafts.ts';

type Outcome = {
  readonly draft: BadDraft | GoodDraft;
  /** Null where the point went through. */
  readonly objection: { readonly check: string; readonly reason: string } | null;
  /** What `checkClaims` says of the bare text, for comparison. */
  readonly claim: { readonly isSupported: boolean; readonly score: number; readonly checks: readonly string[] };
};

/** Verifies each draft as a model's: the cited sentences as evidence, with every attribution that touches them. */
export function runDrafts(drafts: readonly (BadDraft | GoodDraft)[], articles: readonly GivenArticle[]): Outcome[] {
  const given = new Map(
    articles.map(({ id, article }) => [id, { article, testimony: attribute(article) } as const] as const),
  );
  return drafts.flatMap((draft) => {
    const found = given.get(draft.article);
    if (found === undefined) return [];
    const { article, testimony } = found;
    const point = makePoint(draft, article, testimony);
    const [verdict] = checkClaims([{ text: draft.text }], article);
    const checks = [...new Set(verdict?.objections.map(({ check }) => check) ?? [])];
    const claim = { isSupported: verdict?.supported ?? false, score: verdict?.score ?? 0, checks };
    return [{ draft, objection: objectionTo(point, article, testimony), claim }];
  });
}

function makePoint(draft: BadDraft | GoodDraft, article: GivenArticle['article'], testimony: Testimony): KeyPoint {
  const evidence = citedSpans(article, draft.sentences);
  const touching = testimony.attributions.filter(({ content, cue }) =>
    [...content, ...(cue === null ? [] : [cue])].some((span) => evidence.some((cited) => overlaps(cited, span))),
  );
  return { text: draft.text, evidence, attributions: touching.map(({ id }) => id) };
}

/** A sentence of the article goes along, so that there is a briefing even where the point itself is withheld. */
function objectionTo(point: KeyPoint, article: GivenArticle['article'], testimony: Testimony): Outcome['objection'] {
  const draft: Draft = {
    engine: { name: 'model', model: 'drafts', prompt: null },
    headline: '',
    points: [point],
    ...testimony,
    disagreements: [],
  };
  const companions = article.sentences.map((span) => ({
    text: article.text.slice(span.start, span.end),
    evidence: [span],
    attributions: [],
  }));
  try {
    const { withheld } = makeBriefing({ ...draft, points: [point, ...companions] }, article);
    const [objection] = withheld.filter(({ text }) => text === point.text);
    return objection ?? null;
  } catch (error) {
    if (error instanceof Problem) return { check: error.code, reason: error.message };
    throw error;
  }
}

function print(
  title: string,
  outcomes: readonly Outcome[],
  isWrong: (outcome: Outcome) => boolean,
  all: boolean,
): void {
  const kinds = [...new Set(outcomes.map(({ draft }) => draft.kind))];
  console.log(`\n${title}: ${outcomes.filter(isWrong).length} of ${outcomes.length}`);
  for (const kind of kinds) {
    const ofKind = outcomes.filter(({ draft }) => draft.kind === kind);
    console.log(`  ${kind.padEnd(22)} ${ofKind.filter(isWrong).length} of ${ofKind.length}`);
    for (const outcome of ofKind.filter((one) => all || isWrong(one))) {
      const { draft, objection, claim } = outcome;
      const told = objection === null ? 'passed' : `${objection.check}: ${objection.reason}`;
      console.log(
        `    ${isWrong(outcome) ? '✗' : '✓'} ${draft.id} ${draft.article} [${draft.sentences}] ${draft.text}`,
      );
      const verdict = claim.isSupported ? 'supports' : `does not support (${claim.checks.join(', ') || 'score'})`;
      console.log(`      ${told} · checkClaims ${verdict} ${claim.score.toFixed(2)}`);
    }
  }
}

if (import.meta.main) {
  const { articles, bad, good } = loadDrafts();
  const all = process.argv.includes('--all');
  print('Bad drafts that pass', runDrafts(bad, articles), ({ objection }) => objection === null, all);
  print('Good drafts that are withheld', runDrafts(good, articles), ({ objection }) => objection !== null, all);
}
