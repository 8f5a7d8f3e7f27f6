import { isSameLanguage } from '#core/read-language.ts';

/** What a model is told about languages: in which it writes, and into which it translates, if any. */
export function languageRule(own: string, wanted: string | null): string {
  const name = nameOf(own);
  const inOwn = name === null ? 'the language of the article' : `the language of the article, which is ${name}`;
  if (wanted === null) return `Write in ${inOwn}. Every \`translation\` and \`headlineTranslation\` is null.`;
  const into = nameOf(wanted) ?? wanted;
  return [
    `Write \`text\` and \`headline\` in ${inOwn}, for they are checked against it.`,
    `Then give the same in ${into}: the text in its \`translation\`, the headline in \`headlineTranslation\`,`,
    'the words of each quotation in its own `translation`. Where {1} stands in the text, it stands in the translation too.',
  ].join(' ');
}

/** For an answer: the reader's language is the question's, which only a reader can tell from a few words. */
export function questionLanguageRule(own: string): string {
  const name = nameOf(own);
  const inOwn = name === null ? 'the language of the article' : `the language of the article, which is ${name}`;
  return [
    `Write \`text\` in ${inOwn}, for it is checked against it.`,
    'Where the question is in another language, give the same in that language in `translation`, and the words of each quotation',
    'in its own `translation`; where {1} stands in the text, it stands in the translation too. Otherwise every `translation` is null.',
  ].join(' ');
}

/** The language to translate into: null where none is wanted, or it is the article's own. */
export function translateInto(own: string, wanted: string | null | undefined): string | null {
  if (wanted === null || wanted === undefined || wanted === '') return null;
  return isSameLanguage(own, wanted) ? null : wanted;
}

/** "German" for "de"; null for what is no language. */
function nameOf(tag: string): string | null {
  if (tag === 'und') return null;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) ?? null;
  } catch {
    return null;
  }
}
