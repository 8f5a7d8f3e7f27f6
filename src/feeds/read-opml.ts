import { Problem } from '#core/problem.ts';
import { findElements } from './find-element.ts';
import { decodeText } from './html-to-text.ts';
import { type Element, readMarkup } from './read-markup.ts';

/** A feed as lists of feeds name it; `folder` is a path of names parted by "/". */
export type OpmlFeed = {
  readonly title: string | null;
  readonly url: string;
  readonly site: string | null;
  readonly folder: string | null;
};

/** A list of subscriptions with every feed of the world in it would still be shorter. */
const LONGEST = 8 * 1024 * 1024;

/**
 * The feeds of an OPML file (opml.org/spec2.opml), in its order, each address once. Outlines without a feed address are
 * folders; what is no web address is left out. `folder`: where a list on this machine lies, a `file:` address that ends in "/"; then
 * paths into it are feeds, too.
 * @throws Problem `NOT_A_FEED` where the text is no OPML, `TOO_LARGE` beyond 8 Mi characters.
 */
export function readOpml(text: string, options: { folder?: string } = {}): OpmlFeed[] {
  if (text.length > LONGEST) throw new Problem('TOO_LARGE', `the list has ${text.length} characters`);
  const root = readMarkup(text).find(({ name }) => name === 'opml' || name === 'body');
  if (root === undefined) throw new Problem('NOT_A_FEED', 'it is no OPML');
  const feeds = new Map<string, OpmlFeed>();
  const collect = (parent: Element, folder: string | null): void => {
    for (const outline of findElements(parent, ['outline', 'body'])) {
      const values = valuesOf(outline);
      const title = titleOf(values);
      const written = values.get('xmlurl') ?? '';
      const url = webAddress(written) ?? pathInto(written, options.folder);
      if (url === null) collect(outline, pathOf(folder, title));
      else {
        const site = webAddress(values.get('htmlurl') ?? '');
        if (!feeds.has(url)) feeds.set(url, { title, url, site, folder });
        collect(outline, folder);
      }
    }
  };
  collect(root, null);
  return [...feeds.values()];
}

/** Programs write xmlUrl, xmlURL and xmlurl. */
function valuesOf(outline: Element): ReadonlyMap<string, string> {
  return new Map(Object.entries(outline.attributes).map(([name, value]) => [name.toLowerCase(), value]));
}

function titleOf(values: ReadonlyMap<string, string>): string | null {
  return (
    [values.get('title'), values.get('text')].map((one) => decodeText(one ?? '')).find((one) => one !== '') ?? null
  );
}

function pathOf(folder: string | null, name: string | null): string | null {
  return name === null ? folder : folder === null ? name : `${folder}/${name}`;
}

/** A relative path that stays in the folder. */
function pathInto(written: string, folder: string | undefined): string | null {
  const path = written.trim();
  if (folder === undefined || path === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path)) return null;
  const url = URL.parse(path, folder);
  return url?.href.startsWith(folder) === true ? url.href : null;
}

function webAddress(written: string): string | null {
  // "feed:" stands before or in the place of "https:" in some old lists.
  const url = URL.parse(
    written
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:/i, 'https:'),
  );
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
