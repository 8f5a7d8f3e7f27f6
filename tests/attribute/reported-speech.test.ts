import { describe, expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

describe('reported speech without quotation marks', () => {
  test.each([
    ['de', 'Der Damm sei dicht, sagte Bürgermeister Jan Brandt am Montag.', 'Jan Brandt', 'Der Damm sei dicht'],
    ['de', 'Man prüfe den Fall, teilte eine Sprecherin mit.', 'eine Sprecherin', 'Man prüfe den Fall'],
    ['de', 'Das Ministerium erklärte, die Prüfung sei beendet.', 'das Ministerium', 'die Prüfung sei beendet'],
    ['de', 'Wie die Polizei mitteilte, wurden zwei Männer verletzt.', 'die Polizei', 'wurden zwei Männer verletzt'],
    ['de', 'Die Stadt wies das zurück: Es gebe keinen Schaden.', 'die Stadt', 'Es gebe keinen Schaden'],
    ['de', 'Aus Kreisen der Partei hieß es, der Plan sei tot.', 'Kreisen der Partei', 'der Plan sei tot'],
    ['fr', 'Le pont est fermé depuis lundi, a annoncé la mairie.', 'la mairie', 'Le pont est fermé depuis lundi'],
    ['fr', 'La direction a affirmé que le site resterait ouvert.', 'la direction', 'le site resterait ouvert'],
    ['fr', 'Le stade sera vendu, selon son propriétaire.', 'son propriétaire', 'Le stade sera vendu'],
    ['es', 'El túnel es seguro, dijo el alcalde Pablo Arce.', 'Pablo Arce', 'El túnel es seguro'],
    ['it', 'Il ponte è sicuro, ha detto la sindaca Lucia Rossi.', 'Lucia Rossi', 'Il ponte è sicuro'],
    ['pt', 'Segundo o Ministério da Saúde, o número caiu.', 'o Ministério da Saúde', 'o número caiu'],
    ['nl', 'De brug is veilig, zei burgemeester Anna de Vries.', 'Anna de Vries', 'De brug is veilig'],
    ['nl', 'De gemeente liet weten dat de weg dicht blijft.', 'de gemeente', 'de weg dicht blijft'],
  ])('%s: %s', (language, text, name, words) => {
    const [one] = statementsOf(text, { language });
    expect(one).toMatchObject({ name, said: [words], form: 'indirect' });
  });

  test.each([
    ['de', 'Jan Brandt baute das Haus, das die Stadt bezahlte.'],
    ['de', 'Der Kellner teilte den Kuchen, die Gäste lachten.'],
    ['de', 'Die Stadt schrieb rote Zahlen.'],
    ['fr', 'Le joueur entre, lance la balle et marque.'],
    ['fr', "D'après elle, tout est perdu."],
  ])('%s: nobody is credited where nobody speaks: %s', (language, text) => {
    expect(statementsOf(text, { language })).toEqual([]);
  });
});

test.each([
  ['de', 'Nora Weber leitet das Amt. „Wir haben sehr lange gewartet“, sagte sie.', 'Nora Weber'],
  ['fr', 'Le pont est sûr, a dit Luc Martin. Les travaux finiront en mai, a-t-il ajouté.', 'Luc Martin'],
  ['fr', 'Claire Duval dirige le club. Selon elle, le stade sera vendu.', 'Claire Duval'],
])('%s: a pronoun means the person named before, of its gender', (language, text, name) => {
  expect(statementsOf(text, { language }).at(-1)?.name).toBe(name);
});

test('nobody of the other gender is meant by a pronoun', () => {
  const [one] = statementsOf('Jan Brandt leitet das Amt. „Wir haben sehr lange gewartet“, sagte sie.', {
    language: 'de',
  });
  expect(one).toMatchObject({ kind: 'unstated' });
});

test.each([
  ['de', '„Das wussten wir seit Jahren“, sagte Jan Brandt dem „Keimer Tagblatt“.', 'Keimer Tagblatt'],
  ['fr', "D'après un rapport de l'agence consulté par Le Courrier de Brenne, l’eau est sale.", 'Courrier de Brenne'],
])('%s: the outlet between is named', (language, text, outlet) => {
  expect(statementsOf(text, { language })[0]?.via).toEqual([outlet]);
});

test('a paper in another language is a document, without who saw it', () => {
  const [one] = statementsOf('Según un informe del puerto consultado por El Diario de Vigo, el agua está sucia.', {
    language: 'es',
  });
  expect(one).toMatchObject({ name: 'un informe del puerto', kind: 'document', named: false });
});

test('who speaks for a person is not that person', () => {
  const [one] = statementsOf('« Nous attendons la décision », a déclaré un porte-parole de Luc Martin.', {
    language: 'fr',
  });
  expect(one).toMatchObject({ name: 'un porte-parole de Luc Martin', named: false });
});
