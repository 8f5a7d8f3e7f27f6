/** Enough to recognise what was given, too little to fill a log or a screen. */
const MOST_SHOWN = 80;

/** Foreign text for a Problem's message: cut, and without characters that steer a terminal or turn its direction. */
export function shorten(text: string): string {
  const shown = text.slice(0, MOST_SHOWN).toWellFormed();
  return `${shown.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')}${text.length > MOST_SHOWN ? '…' : ''}`;
}
