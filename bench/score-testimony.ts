import type { Attribution, Source, Span, Testimony } from '#index.ts';
import { locatePieces, locateTerm } from './locate-pieces.ts';
import { likeness } from './measure-overlap.ts';
import { pairUp } from './pair-up.ts';
import type { GoldArticle, GoldAttribution } from './parse-gold.ts';
import { sameName, sameOutlet, sharesWord } from './same-name.ts';
import { type Tally, tallyOf } from './tally.ts';

/** Contents that share half of all their characters or more are the same statement. */
const SAME_FROM = 0.5;

/** Counts of one article. F1 figures as tallies: hits and tries are both doubled. */
export type TestimonyScore = {
  readonly contentF1: Tally;
  readonly attributionF1: Tally;
  readonly speaker: Tally;
  readonly via: Tally;
  readonly viaInvented: Tally;
  readonly named: Tally;
  readonly kind: Tally;
  readonly form: Tally;
  readonly hedge: Tally;
  readonly stance: Tally;
  /** Titles, terms and scare quotes that were reported as someone's words; should be 0. */
  readonly notQuotes: Tally;
};

/** Where a marked statement and a reported one are the same; `right` is the reported one's id. */
export type Match = { readonly gold: number; readonly id: string };

/** All that is asked of a statement's marks to find it in what was reported. */
export type MarkedStatement = Pick<GoldAttribution, 'content' | 'speaker' | 'stance'> &
  Partial<Pick<GoldAttribution, 'kind' | 'named'>>;

/** An article's statements as marked. */
type Marked<S> = { readonly attributions: readonly S[] };

type Placed<S> = { readonly gold: S; readonly content: readonly Span[] };
type Reported = { readonly attribution: Attribution; readonly source: Source | null };

/** Compares what was reported of a text with what is marked in it. `text` must be the text that the spans point into. */
export function scoreTestimony(gold: GoldArticle, text: string, testimony: Testimony): TestimonyScore {
  const speakers = [...new Set(gold.attributions.map(({ speaker }) => speaker))];
  const placed = placeGold(gold, text);
  const reported = reportedOf(testimony);
  const pairs = pairReported(placed, reported, speakers).flatMap(({ left, right }) => {
    const g = placed[left]?.gold;
    const r = reported[right];
    return g === undefined || r === undefined ? [] : [{ gold: g, reported: r }];
  });
  const partner = new Map(pairs.map((pair) => [pair.gold, pair.reported]));
  const hasSpeaker = pairs.map((pair) => isSameSpeaker(pair.gold, pair.reported, speakers));
  const both = hasSpeaker.filter((isRight) => isRight).length;
  const total = placed.length + reported.length;
  return {
    contentF1: { hits: 2 * pairs.length, tries: total },
    attributionF1: { hits: 2 * both, tries: total },
    speaker: tallyOf(hasSpeaker),
    via: tallyOf(
      pairs.filter((p) => p.gold.via.length > 0).map((p) => sameChain(p.gold.via, p.reported.attribution.via)),
    ),
    viaInvented: tallyOf(
      pairs.filter((p) => p.gold.via.length === 0).map((p) => p.reported.attribution.via.length > 0),
    ),
    named: tallyOf(pairs.map((p) => p.reported.source?.named === p.gold.named)),
    kind: tallyOf(pairs.map((p) => p.reported.source?.kind === p.gold.kind)),
    form: tallyOf(pairs.map((p) => p.reported.attribution.form === p.gold.form)),
    hedge: tallyOf(
      gold.attributions.flatMap((g) => {
        if (g.hedge === null) return [];
        const found = partner.get(g)?.attribution.hedge ?? null;
        return [found !== null && sharesWord(g.hedge, found)];
      }),
    ),
    stance: tallyOf(
      gold.attributions
        .filter((g) => g.stance !== 'asserts')
        .map((g) => partner.get(g)?.attribution.stance === g.stance),
    ),
    notQuotes: tallyOf(
      gold.notQuotes.map((term) => {
        const place = [locateTerm(text, term)];
        return reported.some(({ attribution: { content, quotes } }) =>
          [content, ...quotes.map((quote) => [quote])].some((spans) => likeness(spans, place) >= SAME_FROM),
        );
      }),
    ),
  };
}

/** Which reported statement is which marked one. */
export function matchTestimony(gold: Marked<MarkedStatement>, text: string, testimony: Testimony): Match[] {
  const speakers = [...new Set(gold.attributions.map(({ speaker }) => speaker))];
  const reported = reportedOf(testimony);
  return pairReported(placeGold(gold, text), reported, speakers).flatMap(({ left, right }) => {
    const id = reported[right]?.attribution.id;
    return id === undefined ? [] : [{ gold: left, id }];
  });
}

/** The marked statements with their places; each is looked up from where the one before began. */
export function placeGold<S extends MarkedStatement>(gold: Marked<S>, text: string): Placed<S>[] {
  let from = 0;
  return gold.attributions.map((attribution) => {
    const content = locatePieces(text, attribution.content, from);
    from = content[0]?.start ?? from;
    return { gold: attribution, content };
  });
}

function reportedOf({ sources, attributions }: Testimony): Reported[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return attributions.map((attribution) => ({ attribution, source: byId.get(attribution.source) ?? null }));
}

/** "Declined to comment" has next to no content: both declining, with the same speaker and any overlap, is enough there. */
function pairReported(
  placed: readonly Placed<MarkedStatement>[],
  reported: readonly Reported[],
  speakers: readonly string[],
) {
  const alike = (g: Placed<MarkedStatement>, r: Reported): number => {
    const share = likeness(g.content, r.attribution.content);
    if (share >= SAME_FROM) return share;
    const bothDecline = g.gold.stance === 'declines' && r.attribution.stance === 'declines';
    const near = share > 0 || standsBy(g.content, r.attribution.cue);
    return bothDecline && near && isSameSpeaker(g.gold, r, speakers) ? SAME_FROM : 0;
  };
  return pairUp(placed, reported, alike, SAME_FROM);
}

/** A cue this far from the content, in characters, belongs to it. */
const NEAR_CUE = 40;

function standsBy(content: readonly Span[], cue: Span | null): boolean {
  const start = content[0]?.start;
  return cue !== null && start !== undefined && Math.abs(cue.end - start) <= NEAR_CUE;
}

function isSameSpeaker(gold: MarkedStatement, { source }: Reported, speakers: readonly string[]): boolean {
  if (source === null) return false;
  if (gold.kind === 'unstated' || source.kind === 'unstated') return gold.kind === source.kind;
  return sameName(gold.speaker, source.name, gold.kind === 'person' && gold.named === true, speakers);
}

function sameChain(gold: readonly string[], found: readonly string[]): boolean {
  return gold.length === found.length && gold.every((outlet, index) => sameOutlet(outlet, found[index] ?? ''));
}
