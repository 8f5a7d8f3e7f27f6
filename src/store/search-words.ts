import { foldText } from '#core/fold-text.ts';
import configurations from './data/text-search.json' with { type: 'json' };

const CONFIGURATIONS: ReadonlyMap<string, string> = new Map(Object.entries(configurations));

/** Scripts that PostgreSQL's parser takes for one long word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;

/** What PostgreSQL (15 and newer, and PGlite) calls a language's rules for word forms; a feed that names none has English ones. */
export function searchConfiguration(language: string | null): string {
  const [primary = 'en'] = (language ?? 'en').toLowerCase().split(/[-_]/);
  return CONFIGURATIONS.get(primary) ?? 'simple';
}

/** Text as it goes into the index without rules for word forms: folded, and cut into pairs where no blanks part words. */
export function searchWords(text: string): string {
  return foldText(text).replace(UNSPACED, (run) => ` ${pairs(run).join(' ')} `);
}

function pairs(run: string): string[] {
  const signs = [...run];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
