import { feedName } from '#core/feed-name.ts';
import type { Subscription } from '#core/following.ts';
import { Problem } from '#core/problem.ts';

/**
 * The feed that somebody means: by its number in the list, its address, its site, its title or a part of one.
 * @throws Problem `NOT_THERE` where none or several are meant; names what there is.
 */
export function findFollowed(which: string, all: readonly Subscription[]): Subscription {
  if (all.length === 0) throw new Problem('NOT_THERE', 'this channel follows no feeds yet');
  const near = matchFollowed(which, all);
  const [found, second] = near;
  if (found !== undefined && second === undefined) return found;
  const several = near.length > 0 ? near : all;
  const list = several.slice(0, MOST_NAMED).map((one) => `${all.indexOf(one) + 1} ${feedName(one.feed)}`);
  const more = several.length > MOST_NAMED ? ` and ${several.length - MOST_NAMED} more` : '';
  throw new Problem(
    'NOT_THERE',
    near.length > 0
      ? `“${short(which)}” may be ${list.join(', ')}${more}; give the number`
      : `this channel follows no “${short(which)}”; it follows ${list.join(', ')}${more}`,
  );
}

/** The feeds that may be meant, in the order of the list. */
export function matchFollowed(which: string, all: readonly Subscription[]): readonly Subscription[] {
  const numbered = /^#?(\d{1,4})[.)]?$/.exec(which.trim());
  const byNumber = numbered === null ? undefined : all[Number(numbered[1]) - 1];
  if (byNumber !== undefined) return [byNumber];
  const wanted = fold(which);
  const named = all.filter(({ feed }) => namesOf(feed).some((name) => name === wanted));
  // A number beyond the list is a slip, and no part of an address: “7” removes nothing from 127.0.0.1 or route7.example.
  const isPart = named.length === 0 && numbered === null;
  return !isPart ? named : all.filter(({ feed }) => namesOf(feed).some((name) => name.includes(wanted)));
}

const MOST_NAMED = 5;
const LONGEST_ECHO = 60;

function short(words: string): string {
  return words.length <= LONGEST_ECHO ? words : `${words.slice(0, LONGEST_ECHO).toWellFormed()}…`;
}

function namesOf({ title, url, site }: Subscription['feed']): string[] {
  return [title, url, site].flatMap((name) => (name === null ? [] : [fold(name)]));
}

/** Case, scheme, "www." and a slash at the end make no difference to whoever types it. */
function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}
