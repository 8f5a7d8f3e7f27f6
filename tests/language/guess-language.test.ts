import { expect, test } from 'vitest';
import { guessLanguage } from '#language/guess-language.ts';

const ENGLISH =
  'The council said on Monday that it would not open the bridge before the engineers had looked at all of the cables, and that this could take until the end of the year. It was the third time that the date had been put off.';
const GERMAN =
  'Der Stadtrat teilte am Montag mit, dass die Brücke nicht vor dem Ende des Jahres für den Verkehr geöffnet wird, weil die Ingenieure noch nicht alle Seile geprüft haben. Es ist das dritte Mal, dass sich der Termin um mehr als einen Monat verschiebt.';

test('running text is known by its small words', () => {
  expect(guessLanguage(ENGLISH)).toBe('en');
  expect(guessLanguage(GERMAN)).toBe('de');
});

test('what is short, mixed, a list of names or in another language is left to others', () => {
  expect(guessLanguage('The bridge is shut.')).toBeNull();
  expect(guessLanguage(`${ENGLISH} ${GERMAN}`)).toBeNull();
  expect(guessLanguage('Ida Holm Bo Lund '.repeat(30))).toBeNull();
  expect(
    guessLanguage('Kaupunginvaltuusto kertoi maanantaina siltaa koskevista suunnitelmista '.repeat(10)),
  ).toBeNull();
});
