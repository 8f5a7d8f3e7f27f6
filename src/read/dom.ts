import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** The part of the DOM that reading uses: no DOM library is in our types, and no browser runs this. */
export type DomNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
};

export type DomElement = DomNode & {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly remove: () => void;
};

export type DomDocument = DomElement & {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly head: DomElement | null;
};

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT;
}

/**
 * HTML to a document. linkedom leaves out <html> and <body> where a page does, and takes for the body only what follows
 * the head at once: where a page has something in between (or never closes its head), it would make a new, empty body.
 */
export function parseDocument(html: string): DomDocument {
  const whole = /<html[\s>]/i.test(html.slice(0, 100_000)) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const document = parseHTML(whole).document;
  const body = document.querySelector('body');
  if (body !== null && document.head.nextElementSibling !== body) document.head.after(body);
  return document as unknown as DomDocument;
}

/** What Readability takes for the article, or null; it changes the document. */
export function findArticle(
  document: DomDocument,
  mostElements: number,
): { readonly content: DomElement; readonly byline: string | null; readonly title: string | null } | null {
  const parsed = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    serializer: (element) => element as unknown as DomElement,
    maxElemsToParse: mostElements,
  }).parse();
  if (parsed === null || parsed.content === null || parsed.content === undefined) return null;
  return { content: parsed.content, byline: parsed.byline ?? null, title: parsed.title ?? null };
}
