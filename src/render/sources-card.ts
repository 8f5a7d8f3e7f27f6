import type { Article } from '#core/article.ts';
import { type Block, type Card, MOST_CHOICES } from '#core/card.ts';
import { isCreditedIn } from '#core/credited-languages.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { articleLine } from './article-line.ts';
import { partialBlocks } from './briefing-card.ts';
import { sourceLabel } from './credit.ts';
import { lineAt } from './line-at.ts';
import { stanceWords } from './stance-words.ts';
import { statementWords } from './statement-words.ts';

/** A record of so many sources is searched rather than read. */
const CHOSEN_FROM = 4;

/** Statements. A chat would show more in dozens of messages, and a reader looks for one source rather than through all. */
export const MOST_LISTED = 400;

/**
 * The full record of who is credited with what: a heading for each source, under it each statement as the article has it.
 * `briefing` names where it is kept: a long record then offers its sources one by one. `only`: what this source alone says.
 */
export function sourcesCard(
  article: Article,
  testimony: Testimony,
  kept: { readonly briefing: string; readonly only: string | null } | null = null,
): Card {
  const shown = testimony.attributions.filter(({ confidence }) => confidence >= SHOWN_FROM_CONFIDENCE);
  const bySource = Map.groupBy(shown, ({ source }) => source);
  const all = testimony.sources.map((source) => ({ source, statements: bySource.get(source.id) ?? [] }));
  const credited = all.filter(({ statements }) => statements.length > 0);
  const only = credited.find(({ source }) => source.id === kept?.only);
  const listed = only === undefined ? credited : [only];
  const blocks: Block[] = [{ kind: 'note', text: articleLine(article) }, ...partialBlocks(article)];
  if (kept !== null && credited.length >= CHOSEN_FROM) blocks.push(choicesOf(credited, kept.briefing));
  let room = MOST_LISTED;
  for (const { source, statements } of listed) {
    if (room <= 0) break;
    blocks.push({ kind: 'heading', text: sourceLabel(source), detail: countOf(statements) });
    blocks.push(...statements.slice(0, room).map((statement) => statementBlock(statement, source, article)));
    room -= statements.length;
  }
  const unsure = testimony.attributions.filter(({ confidence }) => confidence < SHOWN_FROM_CONFIDENCE).length;
  if (credited.length === 0) blocks.push({ kind: 'text', text: isCreditedIn(article.language) ? NO_ONE : NOT_READ });
  const more = listed.reduce((sum, { statements }) => sum + statements.length, 0) - MOST_LISTED;
  if (more > 0)
    blocks.push({
      kind: 'note',
      text: `${more} more ${more === 1 ? 'statement' : 'statements'}, too many to list here`,
    });
  if (unsure > 0 && only === undefined)
    blocks.push({ kind: 'note', text: `${unsure} more left out: it is not certain who said them` });
  return { title: article.title, blocks };
}

const NO_ONE = 'The article credits no one with a statement.';
const NOT_READ = 'byline does not read who says what in this language.';

type Credited = { readonly source: Source; readonly statements: readonly Attribution[] };

/** Those who say most come first; beyond what a platform takes, the whole record has the rest. */
function choicesOf(credited: readonly Credited[], briefing: string): Block {
  const most = credited.toSorted((a, b) => b.statements.length - a.statements.length).slice(0, MOST_CHOICES);
  return {
    kind: 'choices',
    prompt: 'One source alone',
    choices: most.map(({ source, statements }) => ({
      label: sourceLabel(source),
      detail: countOf(statements),
      press: { action: 'cited', briefing, source: source.id },
    })),
  };
}

function countOf(statements: readonly Attribution[]): string {
  return statements.length === 1 ? '1 statement' : `${statements.length} statements`;
}

function statementBlock(statement: Attribution, source: Source, article: Article): Block {
  const text = statementWords(statement, article);
  const verb = statement.cue === null ? '' : ` with “${lineAt(article.text, statement.cue)}”`;
  const form = { direct: 'quoted', mixed: 'partly quoted', indirect: 'in the article’s words' }[statement.form];
  const facts = [
    `${form}${verb}`,
    statement.via.length === 0 ? null : `via ${statement.via.join(' and ')}`,
    statement.hedge === null ? null : `hedged “${statement.hedge}”`,
    stanceWords(statement, article),
    source.kind === 'unstated' ? 'nobody is named' : null,
  ];
  return { kind: 'point', text, credit: facts.filter((fact) => fact !== null).join(' · '), passage: null };
}
