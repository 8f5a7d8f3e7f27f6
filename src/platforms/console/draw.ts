import { html } from 'hono/html';
import type { Block, Button, Card, Words } from '#core/card.ts';
import { plainText } from '#core/plain-text.ts';
import { writePress } from '#core/press.ts';

/** HTML in which every text from outside is escaped; only `html` of hono makes it. */
export type Markup = ReturnType<typeof html>;

type PointBlock = Extract<Block, { kind: 'point' }>;

/**
 * A card as HTML. Its title is a heading of `level`, its parts one below. All text is escaped, stripped of what turns or hides
 * text, and takes its own direction.
 */
export function drawCard(card: Card, level: 1 | 2 = 2): Markup {
  return html`<div class="card">${heading(level, card.title, 'card-title')}${drawBlocks(card.blocks, level)}</div>`;
}

function drawBlocks(blocks: readonly Block[], level: 1 | 2): Markup[] {
  const drawn: Markup[] = [];
  let points: PointBlock[] = [];
  const flush = () => {
    if (points.length > 0) drawn.push(html`<ul class="points">${points.map(drawPoint)}</ul>`);
    points = [];
  };
  for (const block of blocks) {
    if (block.kind === 'point') {
      points.push(block);
      continue;
    }
    flush();
    drawn.push(drawBlock(block, level));
  }
  flush();
  return drawn;
}

function drawBlock(block: Exclude<Block, PointBlock>, level: 1 | 2): Markup {
  switch (block.kind) {
    case 'note':
      return html`<p class="note" dir="auto">${plainText(block.text)}</p>`;
    case 'text':
      return html`<p dir="auto">${plainText(block.text)}</p>`;
    case 'heading':
      return heading(level === 1 ? 2 : 3, block.text, 'part', block.detail);
    case 'passage':
      return html`<figure class="passage">${quotation(block.text)}${credit(block.credit, 'figcaption')}</figure>`;
    case 'story':
      return drawStory(block, level === 1 ? 2 : 3);
    case 'table':
      return drawTable(block);
    case 'buttons':
      return html`<div class="buttons">${block.buttons.map(drawButton)}</div>`;
    case 'choices':
      return drawChoices(block);
    default:
      return block satisfies never;
  }
}

/** The number is part of the heading, for the buttons below name it. */
function drawStory({ number, title, url, text, lines }: Extract<Block, { kind: 'story' }>, level: 2 | 3): Markup {
  const words = html`${number === null ? '' : `${number}. `}${link({ text: title, url })}`;
  const head = level === 2 ? html`<h2 dir="auto">${words}</h2>` : html`<h3 dir="auto">${words}</h3>`;
  const said = text === null ? '' : html`<p dir="auto">${plainText(text)}</p>`;
  return html`<div class="story">${head}${said}${lines.map((line) => html`<p class="credit" dir="auto">${line.map(link)}</p>`)}</div>`;
}

/** Its spaces part it from what stands beside it. */
function link({ text, url }: Words): Markup | string {
  const words = `${/^\s/.test(text) ? ' ' : ''}${plainText(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;
  return url !== null && /^https?:\/\//i.test(url)
    ? html`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`
    : html`${words}`;
}

function drawPoint({ text, credit: who, passage }: PointBlock): Markup {
  const said = html`<div class="said"><p dir="auto">${plainText(text)}</p>${credit(who, 'p')}</div>`;
  return passage === null
    ? html`<li class="point">${said}</li>`
    : html`<li class="point beside">${said}<div class="source">${quotation(passage)}</div></li>`;
}

function quotation(text: string): Markup {
  return html`<blockquote><p dir="auto">${plainText(text)}</p></blockquote>`;
}

function credit(text: string | null, as: 'p' | 'figcaption'): Markup | string {
  if (text === null) return '';
  const words = plainText(text);
  return as === 'p'
    ? html`<p class="credit" dir="auto">${words}</p>`
    : html`<figcaption class="credit" dir="auto">${words}</figcaption>`;
}

/** The roles are written out: on a narrow page rows are drawn as blocks, and some browsers then forget that it is a table. */
function drawTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): Markup {
  const head = columns.map((column) => html`<th role="columnheader" scope="col">${plainText(column)}</th>`);
  const body = rows.map(
    ([first = '', ...rest]) =>
      html`<tr role="row"><th role="rowheader" scope="row" dir="auto">${plainText(first)}</th>${rest.map(
        (cell, at) =>
          html`<td role="cell" data-column="${plainText(columns[at + 1] ?? '')}" dir="auto">${plainText(cell)}</td>`,
      )}</tr>`,
  );
  return html`<div class="table" role="region" aria-label="${plainText(caption)}" tabindex="0"><table role="table">
<caption>${plainText(caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody
role="rowgroup">${body}</tbody></table></div>`;
}

/** An address opens in a page of its own that learns nothing of ours; a press is a form, so that it works without a script. */
function drawButton(button: Button): Markup | string {
  const label = plainText(button.label);
  if ('open' in button)
    return /^https?:\/\//i.test(button.open)
      ? html`<a class="button" href="${button.open}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`
      : '';
  return html`<form class="press" method="post" action="/press"><input type="hidden" name="press"
value="${writePress(button.press)}"><button class="button">${label}</button></form>`;
}

/** A select with its own button, for it must work without a script. */
function drawChoices({ prompt, choices }: Extract<Block, { kind: 'choices' }>): Markup {
  const options = choices.map(({ label, detail, press }) => {
    const words = [label, detail].flatMap((part) => (part === null ? [] : [plainText(part)])).join(' · ');
    return html`<option value="${writePress(press)}">${words}</option>`;
  });
  return html`<form class="press choices" method="post" action="/press"><label>${plainText(prompt)} <select
name="press">${options}</select></label> <button class="button">Show</button></form>`;
}

function heading(level: 1 | 2 | 3, text: string, kind: string, detail: string | null = null): Markup {
  const words = html`${plainText(text)}${detail === null ? '' : html` <span class="detail">${plainText(detail)}</span>`}`;
  if (level === 1) return html`<h1 class="${kind}" dir="auto">${words}</h1>`;
  if (level === 2) return html`<h2 class="${kind}" dir="auto">${words}</h2>`;
  return html`<h3 class="${kind}" dir="auto">${words}</h3>`;
}
