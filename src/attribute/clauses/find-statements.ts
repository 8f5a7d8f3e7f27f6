import { contains } from '#core/article.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { carryQuotes } from './carry-quotes.ts';
import type { Chunk } from './chunk-unit.ts';
import { findCues } from './find-cues.ts';
import { isAsked } from './is-asked.ts';
import { isNobody } from './is-nobody.ts';
import { isParallel } from './is-parallel.ts';
import { byAccount, readAccordingTo } from './read-according-to.ts';
import { readCited } from './read-cited.ts';
import { readDenial } from './read-denial.ts';
import { readDisputed } from './read-disputed.ts';
import { readFrontedParticiple } from './read-fronted-participle.ts';
import { readLine } from './read-line.ts';
import { readNoAnswer } from './read-no-answer.ts';
import { readNounCue } from './read-noun-cue.ts';
import { readPassive } from './read-passive.ts';
import { readPlea } from './read-plea.ts';
import { readQuotedAs } from './read-quoted-as.ts';
import type { Reading } from './read-ranges.ts';
import { readRebuff } from './read-rebuff.ts';
import { readRumour } from './read-rumour.ts';
import { readSilence } from './read-silence.ts';
import { readTurns } from './read-turns.ts';
import { readUnaccepting } from './read-unaccepting.ts';
import { readUnitChunks } from './read-unit-chunks.ts';
import { readUnitTree } from './read-unit-tree.ts';
import { readVerbCue } from './read-verb-cue.ts';
import { readYesOrNo } from './read-yes-or-no.ts';
import { settleAsides } from './settle-asides.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { splitCharges } from './split-charges.ts';
import type { UnitReading } from './unit-reading.ts';
import type { UnitState } from './unit-state.ts';

function isAccording(scan: Scan, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.end; i += 1) if (scan.tokens[i]?.lower === 'according') return true;
  return false;
}

/** Whether a cue without a subject of its own stands in the words of the source that it would carry on. */
function isInOwn({ isCarried, cue, source }: Statement, before: readonly Statement[]): boolean {
  return (
    isCarried &&
    cue !== null &&
    before.some(
      ({ content, source: other }) =>
        other !== null && other.span.start === source?.span.start && content.some((span) => contains(span, cue)),
    )
  );
}

/** Denials and refusals by verbs that need be no cues: "poured cold water on", "pleaded not guilty", "made no comment". */
function readWithoutCue(state: UnitState, k: number): Reading | null {
  return (
    readYesOrNo(state, k) ??
    readLine(state, k) ??
    readRebuff(state, k) ??
    readUnaccepting(state, k) ??
    readPlea(state, k) ??
    readNoAnswer(state, k)
  );
}

function readUnit(scan: Scan, unit: Unit, index: number): UnitReading {
  const chunks = readUnitChunks(unit, scan);
  const cues = new Map(findCues(scan, chunks).map((cue) => [cue.chunk, cue]));
  const statements: Statement[] = [];
  const tree = () => readUnitTree(unit, scan);
  let floor = 0;
  let before: SourcePhrase | null = null;
  /** Who was cited before the verb: "the Wire, citing an official, reported". */
  let pending: SourcePhrase | null = null;
  /** Up to where a cue of two verbs was read: "quoted Ana Ruiz as | saying". */
  let used = -1;
  chunks.forEach((chunk, k) => {
    if (k <= used) return;
    const state: UnitState = { scan, chunks, unit: index, floor, before, tree };
    let reading: Reading | null = null;
    const cue = cues.get(k);
    const cited = readCited(state, k);
    if (cited !== null) {
      const last = statements.at(-1);
      // "A denies it; the Wire, citing an official, says …": it is the next verb's.
      const isNext =
        chunks[cited.next]?.kind === 'comma' && chunks[cited.next + 1]?.kind === 'verb' && cues.has(cited.next + 1);
      if (last !== undefined && last.cited === null && !isNext)
        statements[statements.length - 1] = { ...last, cited: cited.source };
      else pending = cited.source;
      return;
    }
    if (isAccording(scan, chunk) || byAccount(state, k) !== null) reading = readAccordingTo(state, k);
    else if (cue !== undefined) {
      const quoted = readQuotedAs(state, cue);
      const passive = quoted === null ? readPassive(state, cue) : null;
      const double = quoted ?? (passive?.statement.verb === 'quote as saying' ? passive : null);
      if (double !== null) used = Math.max(...double.ranges.map(({ from }) => from)) - 1;
      reading =
        quoted ?? passive ?? readFrontedParticiple(state, cue) ?? readWithoutCue(state, k) ?? readVerbCue(state, cue);
      reading ??= readSilence(state, k) ?? readDisputed(state, k);
    } else if (chunk.kind === 'verb')
      reading = readWithoutCue(state, k) ?? readSilence(state, k) ?? readDisputed(state, k);
    else if (chunk.kind === 'noun') reading = readDenial(state, k);
    else if (chunk.kind === 'that') reading = readNounCue(state, k);
    // "Holm said his team had tested it | and found nothing": the second participle of what he said.
    if (reading !== null && isParallel(scan, chunks, 0, k - 1) && isInOwn(reading.statement, statements)) return;
    if (reading === null) return;
    // "No study has shown that it is safe": what nobody says is not said.
    if (reading.statement.source !== null && isNobody(scan, reading.statement.source)) return;
    statements.push(
      pending !== null && reading.statement.cited === null
        ? { ...reading.statement, cited: pending }
        : reading.statement,
    );
    pending = null;
    // "Kell, accused by the port of theft, did not comment": an agent is nobody's subject.
    const { basis, source } = reading.statement;
    if (basis !== 'noun' && source !== null && source.place !== 'agent') before = source;
    // Content before the cue is used up; what a cue says after it may still be reported by a later cue: "A said B, C said".
    if (reading.ranges.every((range) => range.to <= k)) floor = Math.max(floor, reading.last);
  });
  const rumour = readRumour({ scan, chunks, unit: index, floor: 0, before: null, tree }, statements);
  if (rumour !== null) statements.push(rumour.statement);
  return { index, unit, chunks, statements: settleAsides(scan, statements).filter((one) => !isAsked(scan, unit, one)) };
}

/** All statements of an article in English, in order of their units. */
export function findStatements(scan: Scan): Statement[] {
  const turns = readTurns(scan);
  const readings = scan.units.flatMap((unit, index) =>
    turns.has(unit.paragraph) ? [] : [readUnit(scan, unit, index)],
  );
  return splitCharges(scan.text, [...carryQuotes(scan, readings), ...[...turns.values()].flat()]);
}
