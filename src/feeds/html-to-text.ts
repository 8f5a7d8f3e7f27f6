import { Parser } from 'htmlparser2';

/** What parts words where a page shows it. */
const BLOCK =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/;
const HIDDEN = new Set(['script', 'style', 'template', 'noscript']);

/** In text that may be HTML or not, only these begin markup: "x <y" and "<tag>" in a headline are words. */
const STRAY_MARK =
  /<(?!\/?(?:a|abbr|acronym|address|b|big|blockquote|br|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|var|video|wbr)\b|!--)/gi;

/** Nobody reads a title or a description of this length; the parser's time grows with the depth of what is nested. */
const LONGEST = 20_000;

/** HTML to plain text on one line: markup dropped, entities decoded; of more than 20 000 characters the beginning. */
export function htmlToText(whole: string): string {
  const html = whole.slice(0, LONGEST).toWellFormed();
  if (!/[<&]/.test(html)) return oneLine(html);
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (HIDDEN.has(name)) hidden += 1;
        if (BLOCK.test(name)) parts.push(' ');
      },
      ontext(text) {
        if (hidden === 0) parts.push(text);
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden -= 1;
        if (BLOCK.test(name)) parts.push(' ');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html.replace(STRAY_MARK, '&lt;'));
  return oneLine(parts.join(''));
}

/** Text whose marks are meant as they stand, entities decoded, on one line. */
export function decodeText(text: string): string {
  return text.includes('&') ? htmlToText(text.replaceAll('<', '&lt;')) : oneLine(text);
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
