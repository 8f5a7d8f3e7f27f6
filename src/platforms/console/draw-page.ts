import { html } from 'hono/html';
import type { Card } from '#core/card.ts';
import type { Command } from '#core/command.ts';
import { plainText } from '#core/plain-text.ts';
import type { TranscriptEntry } from '#core/transcript.ts';
import { completionsFor } from './completions-for.ts';
import { drawCard, type Markup } from './draw.ts';
import { drawEntry, drawPrivately } from './draw-entry.ts';
import { LONGEST_LINE } from './limits.ts';

/** What the channel's page shows. */
export type Channel = {
  readonly commands: readonly Command[];
  readonly entries: readonly TranscriptEntry[];
  /** The thread that is open beside the channel: what it hangs under, and its messages. */
  readonly thread: { readonly root: TranscriptEntry; readonly entries: readonly TranscriptEntry[] } | null;
  /** Shown to the asker alone, where no script shows it. */
  readonly shown: Card | null;
};

/** The page's frame: no text of it comes from outside but the title. */
function drawFrame(title: string, kind: string, body: Markup, isIndexed = false): Markup {
  return html`<!doctype html>
<html lang="en" class="${kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isIndexed ? '' : html`<meta name="robots" content="noindex, nofollow">`}
<meta name="color-scheme" content="light dark">
<title>${plainText(title)}</title>
<link rel="icon" href="/assets/byline.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/byline.css">
${kind === 'channel' ? html`<script src="/assets/console.js" type="module"></script>` : ''}
</head>
<body>
${body}
</body>
</html>`;
}

/** The channel, and beside it the thread that is open. */
export function drawChannel(channel: Channel): Markup {
  const { entries, thread, shown } = channel;
  const isEmpty = entries.length === 0;
  return drawFrame(
    'byline · #general',
    'channel',
    html`<a class="skip" href="#say-${thread === null ? 'channel' : 'thread'}">Skip to the message field</a>
<p class="lost" role="status" hidden>The connection to byline is lost. Trying again…</p>
<main class="columns ${thread === null ? '' : 'with-thread'}">
<h1 class="unseen">byline</h1>
<section class="column" aria-label="Channel">
<header class="top"><h2><span aria-hidden="true">#</span>general</h2><p>Brief an article, and ask about it in its thread.</p></header>
<ol class="entries" id="channel-entries" data-thread="" role="list" aria-live="polite" aria-relevant="additions" aria-label="Messages" tabindex="0">
${isEmpty ? drawWelcome(channel.commands) : ''}${entries.map((entry) => drawEntry(entry))}${shown === null || thread !== null ? '' : drawPrivately(shown, true)}
</ol>
${drawStill('/')}
${drawComposer('channel', '', thread === null && shown === null, channel.commands)}
</section>
${thread === null ? '' : drawThread(thread, shown, channel.commands)}
</main>
<dialog class="shown" id="shown" aria-labelledby="shown-title"><form method="dialog"><p class="private"
id="shown-title">Only visible to you</p><button class="close">Close</button></form><div class="shown-card" tabindex="0"
role="region" aria-label="What was asked for"></div></dialog>`,
  );
}

function drawThread(
  { root, entries }: NonNullable<Channel['thread']>,
  shown: Card | null,
  commands: readonly Command[],
): Markup {
  return html`<section class="column thread" aria-label="Thread">
<header class="top"><h2>Thread</h2><a class="back" href="/#entry-${root.id}">Close<span class="unseen"> the thread</span></a></header>
<ol class="entries" id="thread-entries" data-thread="${root.id}" role="list" aria-live="polite" aria-relevant="additions" aria-label="Messages in this thread" tabindex="0">
${drawEntry(root, true)}${entries.map((entry) => drawEntry(entry))}${shown === null ? '' : drawPrivately(shown, true)}
</ol>
${drawStill(`/?thread=${root.id}`)}
${drawComposer('thread', root.id, shown === null, commands)}
</section>`;
}

function drawComposer(
  kind: 'channel' | 'thread',
  thread: string,
  isFocused: boolean,
  commands: readonly Command[],
): Markup {
  const isThread = kind === 'thread';
  const label = isThread ? 'Ask about this article' : 'Write /brief and the address of an article';
  return html`<form class="composer" method="post" action="/say" data-completions="${JSON.stringify(completionsFor(commands))}">
<input type="hidden" name="thread" value="${thread}">
<ul class="completions" id="completions-${kind}" role="listbox" aria-label="Commands" hidden></ul>
<label class="unseen" for="say-${kind}">${label}</label>
<input class="say" id="say-${kind}" name="text" type="text" placeholder="${label}" maxlength="${LONGEST_LINE}"
autocomplete="off" autocapitalize="off" spellcheck="${isThread ? 'true' : 'false'}" role="combobox" aria-autocomplete="list"
aria-expanded="false" aria-controls="completions-${kind}" required ${isFocused ? 'autofocus' : ''}>
<button class="send">Send</button>
<p class="slip" role="alert" hidden></p>
</form>`;
}

function drawStill(address: string): Markup {
  return html`<noscript><p class="still">Without JavaScript this page stands still: <a href="${address}">look again</a> for
what is new.</p></noscript>`;
}

function drawWelcome(commands: readonly Command[]): Markup {
  const example = commands.find(({ name }) => name === 'brief')?.verbs[0].examples[0] ?? '';
  return html`<li class="welcome"><h2>Nothing here yet</h2>
<p>Write a command below. Each point of a briefing says who said it, and every point is checked against the article.</p>
<p><code>/brief ${example}</code></p>
<p>Then open the briefing’s thread and ask. <code>/help</code> lists all commands.</p></li>`;
}

/** A briefing's passages page. */
export function drawPassagesPage(
  card: Card,
  article: { readonly url: string | null; readonly isWhole: boolean },
): Markup {
  const link =
    article.url !== null && /^https?:\/\//i.test(article.url)
      ? html`<p class="article-link"><a class="button" href="${article.url}" rel="noopener noreferrer nofollow" target="_blank">Open
article</a></p>`
      : '';
  const dropped = article.isWhole
    ? ''
    : html`<p class="note">The article’s text is no longer kept; these are the passages that the briefing quotes.</p>`;
  return drawFrame(
    card.title,
    'passages',
    html`<header class="masthead"><p><strong>byline</strong> · who said what, in whose words</p></header>
<main>${drawCard(card, 1)}${dropped}${link}</main>`,
  );
}

/** A page of words, for what is not there or does not work. */
export function drawNotice(title: string, words: string): Markup {
  return drawFrame(
    title,
    'passages',
    html`<header class="masthead"><p><strong>byline</strong></p></header><main><h1 class="card-title">${title}</h1><p>${words}</p></main>`,
  );
}
