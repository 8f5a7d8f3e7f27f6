import { type Article, contains, type Span } from '#core/article.ts';
import { type Attribution, MOST_STATEMENTS, type Source, type Testimony } from '#core/testimony.ts';
import { isEnglish } from '#language/is-english.ts';
import { mendSource } from './clauses/mend-source.ts';
import { cutAtOuter } from './cut-at-outer.ts';
import { cutEcho } from './cut-echo.ts';
import verbs from './data/verbs-en.json' with { type: 'json' };
import { sureDatelineEnd } from './dateline-end.ts';
import { chooseEnd } from './learned/choose-end.ts';
import { choosePerson, type PersonChooser } from './learned/choose-person.ts';
import { chooseSources } from './learned/choose-source.ts';
import { weighStatement } from './learned/weigh-statement.ts';
import { leaveUnreal } from './leave-unreal.ts';
import { attributeOther } from './other/attribute-other.ts';
import { formOf, quotesIn } from './quotes-in.ts';
import { readHedge } from './read-hedge.ts';
import { ruledStatements } from './ruled-statements.ts';
import { type Scan, scanArticle } from './scan-article.ts';
import { settleStance } from './settle-stance.ts';
import { type Bearer, UNSTATED } from './sources/bearer.ts';
import { carryOutlets } from './sources/carry-outlets.ts';
import { hostBody } from './sources/host-body.ts';
import type { Memory } from './sources/memory.ts';
import { nounKind } from './sources/noun-kind.ts';
import { outletChain } from './sources/outlet-chain.ts';
import { outletIn } from './sources/outlet-in.ts';
import { outletOfReport } from './sources/outlet-of-report.ts';
import { readRoster } from './sources/read-roster.ts';
import { resolveSource } from './sources/resolve-source.ts';
import { isBareKin } from './sources/role-beside.ts';
import { toldAfter } from './sources/told-after.ts';
import { splitGapped } from './split-gapped.ts';
import type { Statement } from './statement.ts';
import { trimSpan } from './trim-span.ts';

/** A statement with its bearer and its outlets, before it is weighed. */
export type Settled = {
  readonly statement: Statement;
  readonly bearer: Bearer;
  readonly via: readonly string[];
  readonly mention: Span | null;
  /** Its source stands inside what another source says. */
  readonly isNested: boolean;
};

/** How much of its certainty a belief keeps that another source reports. */
const HEARSAY = 0.65;
/** Thoughts, offers and requests that another one tells of are no statements made to the reader. */
const HEARSAY_BASES: ReadonlySet<Statement['basis']> = new Set(['thought', 'object']);
/** And how much a statement keeps that another source reports. */
const NESTED = 0.9;
/** "She showed how to win": a deed, and no words. Papers and figures show such things by what they say. */
const SHOWS: ReadonlySet<string> = new Set(verbs.showing);
const WHAT_DEEDS_SHOW = /^(?:how|what|who|why|where)\s/i;
/** How far into a paragraph its dateline may reach, in characters. */
const DATELINE_REACH = 130;

/**
 * Who says what in an article: every statement that the text credits to someone, with its source under the source's own
 * name, the outlets between, the source's own words, hedge and stance. Pure; never throws on any text; linear in its
 * length for usual articles.
 */
export function attribute(article: Article): Testimony {
  const { scan, settled } = settleArticle(article);
  return toTestimony(scan, settled);
}

/**
 * The statements of an article with their bearers, in the order of the text: what `tools/train-attribution` learns to weigh.
 * `chooser`: who tells whom a pronoun means.
 */
export function settleArticle(
  article: Article,
  chooser: PersonChooser = choosePerson,
): { readonly scan: Scan; readonly settled: readonly Settled[] } {
  const scan = scanArticle(article);
  const starts = new Set(article.paragraphs.map(({ start }) => start));
  const isRuled = isEnglish(article.language);
  const found = isRuled
    ? leaveUnreal(scan, cutAtOuter(ruledStatements(scan).map((one) => cutEcho(scan, chooseEnd(scan, one)))))
    : attributeOther(scan);
  const inOrder = found
    .map((statement) => withoutDateline(scan, starts, statement))
    .toSorted((a, b) => startOf(a) - startOf(b));
  const statements = isRuled
    ? chooseSources(scan, inOrder).flatMap((one) => splitGapped(scan, mendSource(scan, one)))
    : inOrder;
  const roster = readRoster(scan);
  return {
    scan,
    settled: settle({ scan, roster, past: [], choosePerson: chooser }, statements).slice(0, MOST_STATEMENTS),
  };
}

/** A dateline is the outlet's; nobody says it. */
function withoutDateline(scan: Scan, starts: ReadonlySet<number>, statement: Statement): Statement {
  const first = statement.content[0];
  if (first === undefined || !starts.has(first.start)) return statement;
  const end =
    first.start + sureDatelineEnd(scan.text.slice(first.start, Math.min(first.end, first.start + DATELINE_REACH)));
  const rest = end === first.start ? first : trimSpan(scan.text, { start: end, end: first.end });
  return rest === null || rest === first ? statement : { ...statement, content: [rest, ...statement.content.slice(1)] };
}

function isDeed(scan: Scan, { verb, content }: Statement): boolean {
  const [first] = content;
  return SHOWS.has(verb ?? '') && first !== undefined && WHAT_DEEDS_SHOW.test(scan.text.slice(first.start, first.end));
}

function startOf(statement: Statement): number {
  return statement.content[0]?.start ?? statement.cue?.start ?? 0;
}

/** Gives each statement its bearer and its outlets, in the order of the text. */
function settle(memory: Memory, statements: readonly Statement[]): Settled[] {
  const { scan, roster } = memory;
  const settled: Settled[] = [];
  const bearers = new Map<Statement, Bearer>();
  /** Whom a phrase means, by where it begins: "she said …, adding …" is one woman. */
  const meant = new Map<number, Bearer>();
  const inOrder = statements.toSorted(
    (a, b) => (a.source?.span.start ?? startOf(a)) - (b.source?.span.start ?? startOf(b)),
  );
  const byUnit = Map.groupBy(statements, (statement) => statement.unit);
  for (const statement of inOrder) {
    const at = statement.source?.span;
    const around =
      at === undefined
        ? []
        : (byUnit.get(statement.unit) ?? []).filter(
            (outer) => outer !== statement && outer.content.some((span) => contains(span, at)),
          );
    const isNested = around.length > 0;
    // "The trust said it could not comment" is one refusal, not two.
    if (statement.stance === 'declines' && around.some(({ stance }) => stance === 'declines')) continue;
    const host = hostOf(memory, statement, around, bearers);
    const known = statement.isCarried && at !== undefined ? meant.get(at.start) : undefined;
    const last = settled.at(-1);
    const open = isReply(statement, last) ? withoutSpeaker(memory, last?.bearer.key) : memory;
    let bearer =
      host ?? known ?? (statement.source === null ? UNSTATED : resolveSource(open, statement.source, isNested));
    if (open !== memory) memory.past.push(...open.past.slice(-1));
    if (at !== undefined && !meant.has(at.start)) meant.set(at.start, bearer);
    let via: readonly string[] =
      statement.outlets ??
      outletChain(scan, roster, statement, toldOthers(statement, byUnit.get(statement.unit) ?? []));
    let mention =
      statement.source === null ? null : statement.isCarried && statement.cue === null ? null : statement.source.span;
    bearer = (statement.source === null ? null : outletOfReport(scan, roster, statement.source.span)) ?? bearer;
    // "Its president said jobs would go, citing a chart": who cites a paper says it all the same; an outlet passes it on.
    const isOwnWord = bearer.kind === 'person' && statement.verb !== 'quote' && !isCapital(bearer);
    // "The ministry, citing the inquiry, declined to comment": what it points to refuses nothing.
    const isOwnStance =
      statement.stance === 'declines' || (statement.stance === 'denies' && bearer.entity?.isOutlet !== true);
    if (statement.cited !== null && !isOwnWord && !isOwnStance) {
      const relay = bearer;
      bearer = resolveSource(memory, statement.cited, isNested);
      mention = statement.cited.span;
      if (
        relay.entity?.isOutlet === true ||
        // "Free Shore also quoted the envoy as saying": whoever prints another's words is an outlet, if not a ministry.
        (statement.verb === 'quote' &&
          relay.entity?.kind === 'organization' &&
          nounKind(relay.name.toLowerCase().split(' ').at(-1) ?? '') === null) ||
        outletIn(scan, roster, statement.source?.span ?? { start: 0, end: 0 }, true) !== null
      )
        via = [relay.name, ...via.filter((name) => name !== relay.name)];
    }
    if (bearer.kind === 'person' && isDeed(scan, statement)) continue;
    via = via.filter((name) => name !== bearer.name);
    if (via.length === 0) via = carryOutlets(memory, statement, bearer, settled).filter((name) => name !== bearer.name);
    if (via.length === 0 && !isNested)
      via = toldAfter(memory, statement, bearer).filter((name) => name !== bearer.name);
    // What somebody believes is hearsay when it stands in what another one says: it keeps its place, below the shown ones.
    const certainty = bearer.certainty * (isNested ? (HEARSAY_BASES.has(statement.basis) ? HEARSAY : NESTED) : 1);
    bearers.set(statement, bearer);
    const stance = settleStance(scan, { statement, bearer }, settled);
    settled.push({ statement: { ...statement, stance }, bearer: { ...bearer, certainty }, via, mention, isNested });
  }
  return nest(
    memory,
    settled.toSorted((a, b) => startOf(a.statement) - startOf(b.statement)),
  );
}

/** “Why?” the chair asked. “It rained,” she answered: whoever asked last is not who answers. */
function isReply({ verb }: Statement, last: Settled | undefined): boolean {
  return last?.statement.verb === 'ask' && REPLYING.has(verb ?? '');
}

const REPLYING: ReadonlySet<string> = new Set(['answer', 'reply', 'respond', 'retort', 'shoot back']);

function withoutSpeaker(memory: Memory, key: string | undefined): Memory {
  return { ...memory, past: memory.past.filter(({ bearer }) => bearer.key !== key) };
}

/** Where those stand who were told something else in the same sentence: "A says the gate was shut, as B had told | the Courier". */
function toldOthers({ source }: Statement, beside: readonly Statement[]): ReadonlySet<number> {
  const others = beside.filter((other) => other.addressee !== null && other.source?.span.start !== source?.span.start);
  return new Set(others.map(({ addressee }) => addressee?.start ?? -1));
}

/** "The Courier", of which the article tells no more: a name that may be an outlet's. */
function isCapital({ entity, name }: Bearer): boolean {
  return entity === null ? /^(?:the\s)?\p{Lu}/u.test(name) : entity.isOutlet;
}

/** The body that "it" or "the company" means inside what that body or its spokesman says. */
function hostOf(
  { scan, roster }: Memory,
  statement: Statement,
  around: readonly Statement[],
  bearers: ReadonlyMap<Statement, Bearer>,
): Bearer | null {
  for (const outer of around) {
    const bearer = bearers.get(outer);
    const host = bearer === undefined ? null : hostBody(scan, roster, statement, outer, bearer);
    if (host !== null) return host;
  }
  return null;
}

/** A statement inside another's content comes through the same outlets. */
function nest({ scan, roster }: Memory, settled: readonly Settled[]): Settled[] {
  return settled.map((inner, i) => {
    const cue = inner.statement.cue;
    if (cue === null || inner.via.length > 0) return inner;
    for (let k = i - 1; k >= Math.max(0, i - 6); k -= 1) {
      const outer = settled[k];
      if (
        outer === undefined ||
        outer.statement.unit !== inner.statement.unit ||
        !outer.statement.content.some((span) => contains(span, cue))
      )
        continue;
      const named = outer.statement.source === null ? null : outletIn(scan, roster, outer.statement.source.span, false);
      const own = outer.bearer.entity?.isOutlet === true ? [outer.bearer.name] : named === null ? outer.via : [named];
      if (own.length > 0 && !own.includes(inner.bearer.name)) return { ...inner, via: [...own] };
    }
    return inner;
  });
}

function toTestimony(scan: Scan, settled: readonly Settled[]): Testimony {
  const sources = new Map<string, { id: string; bearer: Bearer; mentions: Map<number, Span> }>();
  const kept = settled.flatMap((one, at) => {
    const confidence = weighStatement(scan, settled, at);
    return confidence === null ? [] : [{ ...one, confidence }];
  });
  const attributions = kept.map((one, i): Attribution => {
    const { statement, bearer, via, mention } = one;
    let source = sources.get(bearer.key);
    if (source === undefined) {
      source = { id: `s${sources.size + 1}`, bearer, mentions: new Map() };
      sources.set(bearer.key, source);
      for (const { span } of bearer.entity?.mentions ?? []) source.mentions.set(span.start, span);
    }
    if (mention !== null) source.mentions.set(mention.start, mention);
    // "The “golden girl” is said to have left": what a rumour calls somebody is nobody's word.
    const isRumour = statement.basis === 'sourceless' && statement.content.length > 1;
    const quotes = quotesIn(scan, isRumour ? statement.content.slice(1) : statement.content);
    return {
      id: `a${i + 1}`,
      source: source.id,
      via,
      verb: statement.verb,
      cue: statement.cue,
      // A turn of a printed conversation is the speaker's own words without marks.
      form: statement.basis === 'turn' ? 'direct' : formOf(scan, statement.content, quotes),
      content: statement.content,
      quotes,
      hedge: readHedge(scan, statement),
      stance: statement.stance,
      confidence: one.confidence,
    };
  });
  const list = [...sources.values()].map(
    ({ id, bearer, mentions }): Source => ({
      id,
      name: bearer.name,
      role: ownRole(bearer),
      kind: bearer.kind,
      named: bearer.named,
      mentions: [...mentions.values()].toSorted((a, b) => a.start - b.start),
    }),
  );
  return { sources: list, attributions };
}

/** The role that is shown: none where it tells nothing without whose it is. */
function ownRole({ entity, role }: Bearer): string | null {
  const own = entity?.role ?? role;
  return own !== null && isBareKin(own) ? null : own;
}
