import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

test.each([
  ['de', 'Nach Angaben der Stadt sind drei Brücken gesperrt.', 'die Stadt', ['sind drei Brücken gesperrt']],
  ['de', 'Drei Brücken sind laut Polizei gesperrt.', 'Polizei', ['Drei Brücken sind', 'gesperrt']],
  ['fr', 'Le pont restera fermé, selon la préfecture.', 'la préfecture', ['Le pont restera fermé']],
  ['es', 'Según la policía, hay tres heridos.', 'la policía', ['hay tres heridos']],
  ['it', 'Secondo la procura, il ponte era sicuro.', 'la procura', ['il ponte era sicuro']],
  ['nl', 'Volgens de gemeente is de brug veilig.', 'de gemeente', ['is de brug veilig']],
])('%s: credits a body as written: %s', (language, text, name, said) => {
  const [one] = statementsOf(text, { language });
  expect(one).toMatchObject({ name, said, kind: 'organization', named: true });
});

test('whoever is only mentioned in what a body says did not say it', () => {
  const [one] = statementsOf('Selon la préfecture, Luc Martin a menti à tous.', { language: 'fr' });
  expect(one).toMatchObject({ name: 'la préfecture', said: ['Luc Martin a menti à tous'] });
});

test('a spokesman without a name stays unnamed', () => {
  const [one] = statementsOf('Selon un porte-parole de la ville, le pont est sûr.', { language: 'fr' });
  expect(one).toMatchObject({ kind: 'person', named: false });
});

test.each([
  ['it', 'Nel secondo tempo, la squadra ha vinto.'],
  ['es', 'El día, según cómo se mire, fue bueno.'],
  ['de', 'Er lacht laut und ruft.'],
  ['nl', 'De brug is volgens de gemeente veilig.'],
])('%s: where the borders cannot be told nobody is credited: %s', (language, text) => {
  expect(statementsOf(text, { language })).toEqual([]);
});

test.each([
  ['de', 'Jan Brandt bestritt, dass es Fehler gab, und kündigte an, dass er klagt.', 'es Fehler gab'],
  ['fr', 'Luc Martin a nié qu’il ait menti et annoncé qu’il part.', 'il ait menti'],
  ['it', 'Luca Bianchi ha negato che ci fossero errori e ha annunciato che parte.', 'ci fossero errori'],
])('%s: a denial ends where the next verb of saying begins', (language, text, words) => {
  expect(statementsOf(text, { language })[0]).toMatchObject({ stance: 'denies', said: [words] });
});

test.each([
  ['ar', 'وقالت حداد بعد جلسة المجلس: «لن نبني ضد إرادة الناس».', 'حداد'],
  ['ja', '山田市長は「この橋は来年の春に開通します」と述べた。', '山田市長'],
])('%s: a plausible name is a named person', (language, text, name) => {
  expect(statementsOf(text, { language })[0]).toMatchObject({ name, kind: 'person', named: true });
});
