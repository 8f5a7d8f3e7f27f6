import { findQuotations } from '#language/find-quotations.ts';

/** What stands in brackets and speaks of a picture: "(left)", "(pictured with his dog)", "(centre front)", "(file photo)". */
const NOTE =
  /(?<=[\p{L}\p{N}.]) \((?:(?:pictured|(?:file |stock |library )?(?:photo|picture|image)s?)\b[^()]{0,100}|(?:above|below|cent(?:re|er)|inset|left|right)(?:,? (?:and )?(?:above|below|front|back|left|right|inset))?)\)/giu;

/** The text without notes to pictures, which no reader of a point sees. Quoted words stay as they are. English only. */
export function withoutPictureNotes(text: string, language: string): string {
  if (!language.startsWith('en') || !text.includes(' (')) return text;
  const quotations = findQuotations(text, language);
  return text.replace(NOTE, (note, ...rest) => {
    const at = rest.find((one): one is number => typeof one === 'number') ?? 0;
    return quotations.some(({ outer }) => outer.start < at && at < outer.end) ? note : '';
  });
}
