import { Buffer } from 'node:buffer';
import { findElements, textOf } from './find-element.ts';
import { decodeText, htmlToText } from './html-to-text.ts';
import type { Element } from './read-markup.ts';
import { resolveLinks } from './resolve-links.ts';

type Kind = 'plain' | 'html' | 'markup';

const HTML_END = /<\/(?:a|b|code|div|em|h[1-6]|i|li|p|span|strong|sub|sup|ul)>|<br ?\/?>/i;

/**
 * What an element says, as HTML: RSS holds HTML in disguise, Atom says which of text, HTML and XHTML it is (RFC 4287,
 * section 3.1; Atom 0.3 by media type and `mode`). Its links are made absolute against xml:base, else `base`.
 */
export function elementHtml(element: Element, base: string): string | null {
  const { kind, text } = readConstruct(element);
  if (text === '') return null;
  if (kind === 'plain') return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return resolveLinks(text, element.base ?? base);
}

/** The same as plain text on one line. */
export function elementText(element: Element): string | null {
  const { kind, text } = readConstruct(element);
  return (kind === 'plain' ? decodeText(text) : htmlToText(text)) || null;
}

function readConstruct(element: Element): { readonly kind: Kind; readonly text: string } {
  const type = (element.attributes.type ?? '').trim().toLowerCase();
  const mode = (element.attributes.mode ?? '').trim().toLowerCase();
  if (mode !== 'escaped' && element.children.length > 0) return { kind: 'markup', text: innerMarkup(element) };
  const written = textOf(element);
  const text = isBase64(element, mode, type, written)
    ? Buffer.from(written, 'base64').toString('utf8').trim()
    : written;
  const isLiteral = type === 'text' || type === 'text/plain';
  // Where Atom gives no type it is text; many write HTML there all the same.
  if (isLiteral || (element.name.startsWith('atom:') && type === '' && !HTML_END.test(text)))
    return { kind: 'plain', text };
  return { kind: 'html', text };
}

/** Atom's rule: a media type that is neither text nor XML comes in Base64. */
function isBase64(element: Element, mode: string, type: string, text: string): boolean {
  if (mode === 'base64') return true;
  const isBinary = type.includes('/') && !/^text\/|[/+]xml$/.test(type);
  return element.name.startsWith('atom:') && mode === '' && isBinary && /^[a-z0-9+/\s]+=*$/i.test(text);
}

/** The source between the tags, without the wrapper that Atom wants around XHTML, and without prefixes. */
function innerMarkup({ children, inner }: Element): string {
  const [wrapper, another] = children;
  const isWrapped =
    wrapper !== undefined &&
    another === undefined &&
    /^(?:xhtml:)?div$/.test(wrapper.name) &&
    /^\s*<[^>]*>/.exec(inner)?.[0].length === inner.indexOf('>') + 1;
  return (isWrapped ? wrapper.inner : inner)
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/(<\/?)[a-z][a-z0-9]{0,19}:(?=[a-z])/gi, '$1')
    .trim();
}

/** All of a person's names below these elements ("atom:author" holds one; "author" in RSS is one). */
export function personNames(elements: readonly Element[]): string[] {
  const names = elements.flatMap((element) => {
    const [name] = findElements(element, ['atom:name', 'name']);
    const [email] = findElements(element, ['atom:email', 'email']);
    const written = textOf(name !== undefined && textOf(name) !== '' ? name : (email ?? element));
    return [nameIn(decodeText(written))];
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

/** "jo@example.org (Jo Doe)" and "Jo Doe <jo@example.org>" are Jo Doe; an address alone stays. */
function nameIn(person: string): string {
  const inBrackets = /^\S+@\S+\s+\(([^)]+)\)$/.exec(person)?.[1];
  const before = /^([^<>(]+?)\s*[<(]\S+@\S+[>)]$/.exec(person)?.[1];
  return (inBrackets ?? before ?? person).replace(/^["']|["']$/g, '').trim();
}
