import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const CASES: readonly (readonly [string, string, string, string])[] = [
  [
    'de',
    '„Wir haben lange gewartet“, sagte die Sprecherin Anna Weber am Montag.',
    'Anna Weber',
    'Wir haben lange gewartet',
  ],
  [
    'fr',
    '« Nous sommes très fiers », a déclaré Marie Dupont, présidente du club.',
    'Marie Dupont',
    'Nous sommes très fiers',
  ],
  ['es', '«No vamos a cerrar la fábrica», dijo Carmen Ruiz.', 'Carmen Ruiz', 'No vamos a cerrar la fábrica'],
  [
    'pt',
    '“Não vamos fechar a fábrica este ano”, disse João Silva.',
    'João Silva',
    'Não vamos fechar a fábrica este ano',
  ],
  ['it', '«Non chiuderemo la fabbrica», ha detto Lucia Bianchi.', 'Lucia Bianchi', 'Non chiuderemo la fabbrica'],
  [
    'nl',
    '‘Wij sluiten de fabriek dit jaar niet’, zei Anna de Vries.',
    'Anna de Vries',
    'Wij sluiten de fabriek dit jaar niet',
  ],
  ['sv', '”Vi stänger inte fabriken i år”, sade Karin Lindh.', 'Karin Lindh', 'Vi stänger inte fabriken i år'],
  ['da', '»Vi lukker ikke fabrikken i år,« sagde Karen Lind.', 'Karen Lind', 'Vi lukker ikke fabrikken i år,'],
  ['nb', '«Vi stenger ikke fabrikken i år», sa Kari Lie.', 'Kari Lie', 'Vi stenger ikke fabrikken i år'],
  ['no', '«Vi stenger ikke fabrikken i år», sa Kari Lie.', 'Kari Lie', 'Vi stenger ikke fabrikken i år'],
  ['ja', '山田太郎氏は「この橋は来年の春に開通します」と述べた。', '山田太郎氏', 'この橋は来年の春に開通します'],
  ['ar', '"لن نغلق المصنع هذا العام"، قالت ليلى حداد.', 'ليلى حداد', 'لن نغلق المصنع هذا العام'],
];

test.each(CASES)('credits a direct quotation in %s', (language, text, name, words) => {
  const [one] = statementsOf(text, { language });
  expect(one).toMatchObject({ name, form: 'direct', quoted: [words] });
});

test('a language without a list gives nothing rather than a guess', () => {
  expect(statementsOf('“Bir kelime bile etmedi,” dedi Ayşe Kaya.', { language: 'tr' })).toEqual([]);
});

test('who contradicts in quotation marks asserts what stands in them', () => {
  const [one] = statementsOf('Jan Brandt dementierte: „Die Stadt hält ihr Wort.“', { language: 'de' });
  expect(one).toMatchObject({ stance: 'asserts', quoted: ['Die Stadt hält ihr Wort.'] });
});

test('a denial ends where the next verb of saying begins', () => {
  const [one] = statementsOf('Pablo Arce negó que hubiera irregularidades y anunció que irá a los tribunales.', {
    language: 'es',
  });
  expect(one).toMatchObject({ name: 'Pablo Arce', stance: 'denies', said: ['hubiera irregularidades'] });
});

test('a Japanese speaker may stand between the quotation and its verb, and is named without a party', () => {
  const [one] = statementsOf('「子どもたちのための投資だ」と佐伯真理子市長は述べた。', { language: 'ja' });
  expect(one).toMatchObject({ name: '佐伯真理子市長', quoted: ['子どもたちのための投資だ'] });
  const [other] = statementsOf('野党の高村健議員は「借金を増やすだけだ」と批判した。', { language: 'ja' });
  expect(other?.name).toBe('高村健議員');
});

test('an Arabic speaker is named without the occasion', () => {
  const [one] = statementsOf('وقالت ليلى حداد بعد جلسة المجلس "لن نغلق المصنع هذا العام أبدا".', { language: 'ar' });
  expect(one?.name).toBe('ليلى حداد');
});

test.each([
  ['fr', 'Selon la préfecture, le pont restera fermé tout l’été.', 'la préfecture', 'le pont restera fermé tout l’été'],
  ['it', 'Secondo la procura, il ponte era sicuro.', 'la procura', 'il ponte era sicuro'],
])('%s: what a body without a name is credited with', (language, text, name, words) => {
  const [one] = statementsOf(text, { language });
  expect(one).toMatchObject({ name, said: [words] });
});
