/** Paragraphs of a story that we made up, long enough for every page of a test to be an article. */
export const STORY: readonly string[] = [
  'The harbour board voted on Monday to close the old swing bridge for eleven weeks, after divers found two cracks in its central pier.',
  '“We looked at it twice, and then we looked again,” said Marta Lindqvist, the board’s chief engineer, at a meeting in the customs house.',
  'Shopkeepers on the northern quay had asked for a shorter closure. They fear that the detour, which is nine kilometres long, will keep their customers at home.',
  'A ferry for walkers and cyclists is to run every twenty minutes, from six in the morning until ten at night. The board has set aside 400,000 crowns for it.',
  'The bridge was built in 1931 and carries some 8,000 cars on a working day. Its last repair was in 1998, when the wooden deck was replaced by steel.',
];

/** A page as sites serve it: a menu, a story, related links, a footer. `head` and `body` take what a test adds. */
export function aPage({ head = '', body, lang = 'en' }: { head?: string; body?: string; lang?: string } = {}): string {
  const story = body ?? `<h1>Swing bridge to close for eleven weeks</h1>${paragraphs(STORY)}`;
  return `<!doctype html><html lang="${lang}"><head><title>Swing bridge to close for eleven weeks | Quay Gazette</title>${head}</head>
<body><header><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav></header>
<main><article>${story}</article></main>
<footer><p>Quay Gazette, 4 Rope Walk. All rights reserved.</p></footer></body></html>`;
}

/** Each text as a paragraph of HTML. */
export function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}
