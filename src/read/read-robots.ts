import { createRequire } from 'node:module';
import { Problem } from '#core/problem.ts';
import { ROBOT_NAME } from './user-agent.ts';

// The package's declaration promises a default export that its CommonJS code does not have.
const robotsParser: typeof import('robots-parser').default = createRequire(import.meta.url)('robots-parser');

/** What a request for robots.txt came to. `status` is the one after redirects; null where redirects went on too long. */
export type RobotsAnswer = { readonly status: number | null; readonly text: string };

/**
 * The most steps that rules with wildcards may take, about 0.1 s: the parser needs pattern length x path length for them,
 * and a hostile site chooses both.
 */
const MOST_WILDCARD_STEPS = 20_000_000;

/**
 * Judges an address by its site's robots.txt (RFC 9309): a file that is not there, or that may not be read, allows
 * everything (2.3.1.3); a server in trouble allows nothing (2.3.1.4). Returns quietly where the address is allowed.
 * @throws Problem `DISALLOWED`; `RATE_LIMITED` where the site turns away even this question.
 */
export function readRobots(answer: RobotsAnswer, url: URL): void {
  const { status, text } = answer;
  if (status === 429) throw new Problem('RATE_LIMITED', `${url.host} answered 429 for robots.txt`);
  if (status !== null && status >= 500) {
    throw new Problem('DISALLOWED', `${url.host} answered ${status} for robots.txt, which stands for “stay away”`);
  }
  if (status === null || status < 200 || status >= 300) return;
  const rules = relevantLines(text);
  if (wildcardSteps(rules, url) > MOST_WILDCARD_STEPS) {
    throw new Problem('DISALLOWED', `robots.txt of ${url.host} is too intricate to judge this address by`);
  }
  const isAllowed = robotsParser(robotsUrl(url).href, rules.join('\n')).isAllowed(url.href, ROBOT_NAME) ?? true;
  if (!isAllowed) throw new Problem('DISALLOWED', `robots.txt of ${url.host} asks ${ROBOT_NAME} to stay away`);
}

/** Where a site keeps its robots.txt (RFC 9309, section 2.3). */
export function robotsUrl(url: URL): URL {
  return new URL('/robots.txt', url);
}

/**
 * The lines that can concern us. The parser files every rule under every name above it, so a file of names and rules
 * alone would fill the memory; here at most three names stand above one another: `*`, our own, and one for all others.
 */
function relevantLines(text: string): string[] {
  const lines: string[] = [];
  let names = new Set<string>();
  for (const line of text.split(/[\r\n]/)) {
    const [key = '', ...rest] = (line.split('#', 1)[0] ?? '').split(':');
    const field = key.trim().toLowerCase();
    const value = rest.join(':').trim();
    if (field === 'user-agent') {
      const name = agentName(value);
      if (!names.has(name)) lines.push(`user-agent: ${name}`);
      names.add(name);
    } else if (field === 'allow' || field === 'disallow') {
      lines.push(`${field}: ${value}`);
      names = new Set();
    }
  }
  return lines;
}

function agentName(value: string): string {
  const name = value.toLowerCase().split('/', 1)[0]?.trim();
  return name === '*' || name === ROBOT_NAME ? name : 'another';
}

function wildcardSteps(rules: readonly string[], url: URL): number {
  const patterns = rules.filter((rule) => rule.includes('*')).reduce((sum, { length }) => sum + length, 0);
  return patterns * (url.pathname.length + url.search.length);
}
