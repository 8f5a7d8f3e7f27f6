type Listed = {
  readonly title: string | null;
  readonly url: string;
  readonly site?: string | null;
  readonly folder?: string | null;
};

type Folder = { readonly folders: Map<string, Folder>; readonly feeds: Listed[] };

/**
 * Feeds to OPML 2.0, which other readers import. A folder "News/World" becomes a folder in a folder. `readOpml` gives the
 * same feeds back; feeds outside a folder come first, then folder by folder.
 */
export function writeOpml(feeds: readonly Listed[]): string {
  const root: Folder = { folders: new Map(), feeds: [] };
  for (const feed of feeds) folderAt(root, pathOf(feed.folder ?? null)).feeds.push(feed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>byline</title></head>',
    '  <body>',
    ...linesOf(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

/** Deeper than this nobody sorts feeds, and a stranger's list must not build towers. */
const DEEPEST = 20;

/** A name with empty parts ("a//b") is one name, so that it comes back as it was. */
function pathOf(folder: string | null): readonly string[] {
  if (folder === null || folder === '') return [];
  const parts = folder.split('/');
  return parts.length <= DEEPEST && parts.every((part) => part !== '' && part.trim() === part) ? parts : [folder];
}

function folderAt(root: Folder, path: readonly string[]): Folder {
  let at = root;
  for (const name of path) {
    const next = at.folders.get(name) ?? { folders: new Map(), feeds: [] };
    at.folders.set(name, next);
    at = next;
  }
  return at;
}

function linesOf({ feeds, folders }: Folder, indent: string): string[] {
  const own = feeds.map(({ title, url, site }) => {
    const name = title ?? url;
    const home = site === undefined || site === null ? '' : ` htmlUrl="${escapeValue(site)}"`;
    const titled = title === null ? '' : ` title="${escapeValue(title)}"`;
    return `${indent}<outline type="rss" text="${escapeValue(name)}"${titled} xmlUrl="${escapeValue(url)}"${home}/>`;
  });
  const inside = [...folders].flatMap(([name, folder]) => [
    `${indent}<outline text="${escapeValue(name)}">`,
    ...linesOf(folder, `${indent}  `),
    `${indent}</outline>`,
  ]);
  return [...own, ...inside];
}

/** Characters that XML cannot carry are left out; lines and tabs are written so that they survive. */
function escapeValue(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}
