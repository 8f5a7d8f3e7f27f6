import { expect, test } from 'vitest';
import { brief, readText } from '#index.ts';
import { statementsOf } from './statements-of.ts';

const who = (text: string) => statementsOf(text, { language: 'de' }).map(({ name, said }) => `${name}: ${said[0]}`);
const LEAD = 'Die Landrätin Petra Wiesmann will die Station in Keim schließen.';

test.each([
  [
    'Eine Hebamme sagte, die Station sei überlastet. „Wir schaffen das nicht“, sagte sie.',
    'eine Hebamme: Wir schaffen das nicht',
  ],
  [
    'Eine Hebamme, die lange im Haus ist, sprach von Verrat. „Niemand hat uns gefragt“, sagte sie.',
    'eine Hebamme: Niemand hat uns gefragt',
  ],
  ['Eine Bürokraft sagte, es sei laut. „Ich habe Angst“, sagte sie.', 'eine Bürokraft: Ich habe Angst'],
  ['Eine Nachbarin nickte. „Bei uns ist es genauso“, sagte sie.', 'eine Nachbarin: Bei uns ist es genauso'],
  // Whoever has a name there, or comes later, keeps her words.
  [
    'Eine Hebamme, Klara Voss, sprach von Verrat. „Niemand hat uns gefragt“, sagte sie.',
    'Klara Voss: Niemand hat uns gefragt',
  ],
  [
    'Eine Ärztin ging. Petra Wiesmann lief ihr nach. „Das tut mir leid“, sagte sie.',
    'Petra Wiesmann: Das tut mir leid',
  ],
  [
    'Wiesmann sprach am Dienstag. Eine Studie lag bereit. „Wir haben keine Wahl“, sagte sie.',
    'Petra Wiesmann: Wir haben keine Wahl',
  ],
  ['Ein Nachbar nickte. „Wir haben keine Wahl“, sagte sie.', 'Petra Wiesmann: Wir haben keine Wahl'],
])('whoever was told of last is meant, with a name or without: %s', (text, expected) => {
  expect(who(`${LEAD}\n\n${text}`).at(-1)).toBe(expected);
});

test('a surname that ends like a word for somebody is a surname', () => {
  expect(who(`${LEAD} Laut Wiesmann entscheidet der Kreistag im Mai.`)).toEqual([
    'Petra Wiesmann: entscheidet der Kreistag im Mai',
  ]);
  expect(who('Herr Hoffmann sagte, die Halle sei zu klein.')).toEqual(['Hoffmann: die Halle sei zu klein']);
  expect(who('Der Fachmann sagte, die Halle sei zu klein.')).toEqual(['der Fachmann: die Halle sei zu klein']);
});

test('a point in German bears its credit', async () => {
  const text = `${LEAD}\n\nEine Hebamme sagte, die Station sei überlastet.\n\nDer Klinikchef Jonas Terbeck sagte, das Haus verliere viel Geld.`;
  const { points, sources, attributions } = await brief(readText(text), { engine: 'extractive', points: 5 });
  const credited = points.flatMap((point) =>
    point.attributions.map(
      (id) => sources.find((one) => one.id === attributions.find((a) => a.id === id)?.source)?.name,
    ),
  );
  expect(credited).toEqual(['eine Hebamme', 'Jonas Terbeck']);
});
