/** A text, or its beginning with a sign that there is more. `longest` in UTF-16 units, without the sign. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`;
}
