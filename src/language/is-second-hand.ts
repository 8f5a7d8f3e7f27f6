import type { Attribution, Source } from '#core/testimony.ts';
import outletTitles from './data/outlet-titles.json' with { type: 'json' };

const TITLES: ReadonlySet<string> = new Set(outletTitles);

/** Whether a name says that it is an outlet's: "the Vale Herald", "Radio Keim". */
export function hasOutletTitle(name: string): boolean {
  return (name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).some((word) => TITLES.has(word));
}

/**
 * Whether nobody stands for a statement by name but an outlet: an unnamed source told it to one, or the outlet itself says it.
 * `source`: whose statement it is.
 */
export function isSecondHand({ via, verb }: Attribution, source: Source | undefined): boolean {
  if (source === undefined || source.kind === 'unstated') return false;
  if (source.kind === 'organization' && isOutlet(source, verb)) return true;
  return via.length > 0 && !source.named;
}

function isOutlet({ name, role, named }: Source, verb: string | null): boolean {
  return hasOutletTitle(`${name} ${role ?? ''}`) || (named && verb === 'report');
}
