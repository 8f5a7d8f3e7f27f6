import type { Problem, ProblemCode } from '#core/problem.ts';
import { shorten } from './shorten.ts';

/** What happened, and what to do, for each foreseen failure. The only place with words for failure. */
const WORDS: Readonly<Record<ProblemCode, { readonly what: string; readonly todo: string }>> = {
  BAD_USAGE: { what: 'This request cannot be understood.', todo: 'Add --help to see how it is written.' },
  NOT_THERE: {
    what: 'Nothing was changed.',
    todo: 'Feeds have their numbers in /sources list, digests in /digest status.',
  },
  BAD_SETTINGS: {
    what: 'The settings are not as they must be.',
    todo: 'Change them in .env or in the environment; .env.example and README.md tell what each is and where it is found.',
  },
  BAD_SCHEDULE: {
    what: 'This schedule cannot be understood.',
    todo: 'Write the days, one time and perhaps a time zone, as in “weekdays 08:00 Europe/Berlin”.',
  },
  BAD_ADDRESS: {
    what: 'This is not the address of a web page.',
    todo: 'Give an address that begins with http:// or https:// and holds no user name or password.',
  },
  BLOCKED_ADDRESS: {
    what: 'This address leads into a private or reserved network, and byline does not go there.',
    todo: 'Give a public address; an operator can open single addresses with ALLOW_PRIVATE_ADDRESSES.',
  },
  NOT_FOUND: { what: 'There is nothing at this place.', todo: 'Check it for a typing error, or open it yourself.' },
  FORBIDDEN: {
    what: 'Access was refused.',
    todo: 'Open it yourself; a page that you save can be briefed at a command line.',
  },
  DISALLOWED: {
    what: 'The site asks programs to stay away from this page (robots.txt).',
    todo: 'Ask for the page by hand; byline then reads it for you as a person would.',
  },
  PAYWALLED: {
    what: 'The article stands behind a paywall, and what is open is too little to brief.',
    todo: 'If you subscribe, save the page and brief the file at a command line.',
  },
  RATE_LIMITED: { what: 'The site says that it was asked too often.', todo: 'Try again later.' },
  UNREACHABLE: { what: 'The site does not answer as it should.', todo: 'Try again in a few minutes.' },
  TOO_MANY_REDIRECTS: {
    what: 'The address leads in circles.',
    todo: 'Open it yourself and give the address it ends at.',
  },
  TOO_LARGE: { what: 'The page is too large to be an article.', todo: 'Give the address of a single article.' },
  TOO_SLOW: {
    what: 'Reading the page took too long.',
    todo: 'Try again, or save the page and brief the file at a command line.',
  },
  UNSUPPORTED_TYPE: {
    what: 'This is no kind of document that byline reads.',
    todo: 'Give a web page, a PDF or plain text.',
  },
  UNDECODABLE: { what: 'The document is damaged or no text.', todo: 'Open it yourself to see whether it is whole.' },
  NOT_AN_ARTICLE: {
    what: 'There is no article on this page.',
    todo: 'Give the address of a single article, not of a front page, a list or a video; a page that needs JavaScript can be saved and briefed at a command line.',
  },
  NOT_A_FEED: {
    what: 'This is no feed that byline can follow.',
    todo: 'Give the address of an RSS, Atom or JSON feed, or of a site that names one; for an import, an OPML file.',
  },
  NO_NEWS: {
    what: 'The feeds of this channel brought nothing about this lately.',
    todo: 'Try other words, or give the address of an article; /sources list shows what this channel follows.',
  },
  NOTHING_VERIFIED: {
    what: 'No key point could be borne out by the text, so there is no briefing.',
    todo: 'Read the article itself; the text may be too short or too broken.',
  },
  SERVICE_UNAVAILABLE: {
    what: 'The model that this needs is not set up or does not answer.',
    todo: 'Leave out “engine”: the extractive engine needs nothing.',
  },
  CANCELLED: { what: 'The request was called off.', todo: 'Ask again if you still want it.' },
  NO_BRIEFING: {
    what: 'Nothing was briefed here yet.',
    todo: 'Brief an article first: /brief and its address, or in a thread byline’s name and the address.',
  },
  FORGOTTEN: {
    what: 'The text of this article is no longer kept.',
    todo: 'Brief it once more and ask in the new thread.',
  },
  NOT_ALLOWED: { what: 'You may not change this here.', todo: 'Ask somebody who manages this channel.' },
  CHANNEL_GONE: { what: 'The place to post to is no longer there.', todo: 'Ask again where you want the answer.' },
  MAY_NOT_POST: {
    what: 'This bot may not post here.',
    todo: 'Invite it to this channel (on Slack: /invite @byline), or ask an administrator to let it write here; then ask again.',
  },
  REPLY_EXPIRED: { what: 'The answer came too late for the platform.', todo: 'Ask again.' },
  POST_REFUSED: { what: 'The platform refuses this message.', todo: 'Ask again with fewer points.' },
  FOLDER_IN_USE: {
    what: 'Another byline works in this data folder.',
    todo: 'Stop it, or give this one a DATA_DIR of its own; for several processes set DATABASE_URL.',
  },
  BAD_FOLDER: {
    what: 'The data folder cannot be used.',
    todo: 'Check DATA_DIR, its permissions and the free space; where there are backups, byline start --restore goes back to the newest.',
  },
  DATABASE_UNAVAILABLE: {
    what: 'The database does not answer.',
    todo: 'Check DATABASE_URL and that the server runs; without it byline keeps its data in DATA_DIR.',
  },
  NOT_KEPT: {
    what: 'This could not be written down, so nothing comes of it.',
    todo: 'Ask again in a few minutes; whoever runs byline finds the cause in its log.',
  },
  SATURATED: { what: 'There is too much to do just now.', todo: 'Try again in a minute.' },
  NO_KEYS: {
    what: 'There is no key to seal tokens with, so none is kept.',
    todo: 'Set SECRET_KEYS as .env.example shows, and install again.',
  },
  BAD_SEAL: {
    what: 'A sealed token does not open.',
    todo: 'Put the key that sealed it back into SECRET_KEYS, or install byline again.',
  },
  PORT_IN_USE: { what: 'Something else listens at this address.', todo: 'Stop it, or set another PORT.' },
};

/** A failure in words: what happened, the fact behind it, and what to do. One line. */
export function problemWords(problem: Problem): string {
  const { what, fact, todo } = problemParts(problem);
  return `${what} (${fact}) ${todo}`;
}

/** The same in its parts. */
export function problemParts(problem: Problem): {
  readonly what: string;
  readonly fact: string;
  readonly todo: string;
} {
  const { code, service } = problem;
  const { what, todo } = code === 'SERVICE_UNAVAILABLE' && service !== null ? wordsOfService(service) : WORDS[code];
  const wait = problem.retryAfterMs === null ? '' : ` It asks for a pause of ${pauseOf(problem.retryAfterMs)}.`;
  return {
    what,
    fact: shorten(problem.message, code === 'BAD_SETTINGS' ? LONGEST_FACT_OF_SETTINGS : LONGEST_FACT),
    todo: `${todo}${wait}`,
  };
}

/** Longer pauses are told in minutes. */
const LONGEST_IN_SECONDS = 120;

function pauseOf(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return seconds <= LONGEST_IN_SECONDS ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

/** A fact is told in a line; what somebody gave as an address may be a book. */
const LONGEST_FACT = 300;

/** Every setting that is wrong is named, in a sentence each. */
const LONGEST_FACT_OF_SETTINGS = 6_000;

/** A chat platform that byline was told to work on. */
function wordsOfService(service: string): { readonly what: string; readonly todo: string } {
  return {
    what: `${service} does not answer as it should.`,
    todo: `Check that this machine reaches ${service}, and ${service.toUpperCase()}_API_URL if it is set; then try again.`,
  };
}
