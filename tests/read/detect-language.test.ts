import { expect, test } from 'vitest';
import { detectLanguage } from '#read/detect-language.ts';

test.each([
  ['en', 'The council closed the bridge on Monday because the divers had found two cracks in the pier below it.'],
  ['de', 'Der Rat hat die Brücke am Montag gesperrt, weil die Taucher zwei Risse im Pfeiler darunter gefunden haben.'],
  [
    'fr',
    'Le conseil a fermé le pont lundi parce que les plongeurs avaient trouvé deux fissures dans la pile du milieu.',
  ],
  [
    'es',
    'El ayuntamiento cerró el puente el lunes porque los buzos habían encontrado dos grietas en el pilar central.',
  ],
  ['it', 'Il consiglio ha chiuso il ponte lunedì perché i sommozzatori avevano trovato due crepe nel pilone centrale.'],
  [
    'nl',
    'De gemeenteraad heeft de brug maandag gesloten, omdat de duikers twee scheuren in de pijler hadden gevonden.',
  ],
  ['ar', 'أغلق المجلس الجسر يوم الاثنين لأن الغواصين وجدوا شقين في الدعامة الوسطى تحت سطح الماء.'],
  ['ru', 'Совет закрыл мост в понедельник, потому что водолазы нашли две трещины в центральной опоре.'],
  ['ja', '市議会は月曜日に橋を閉鎖した。潜水士が中央の橋脚に二つの亀裂を見つけたためだ。'],
  ['zh', '市议会星期一关闭了这座桥，因为潜水员在中央桥墩上发现了两道裂缝。'],
  ['ko', '시의회는 월요일에 다리를 폐쇄했다. 잠수부들이 중앙 교각에서 균열 두 개를 발견했기 때문이다.'],
])('tells %s from its text', (language, text) => {
  expect(detectLanguage(text, null)).toBe(language);
});

test('believes the text where the page claims another language', () => {
  expect(
    detectLanguage('Der Rat hat die Brücke am Montag gesperrt, weil die Taucher zwei Risse fanden.', 'en-US'),
  ).toBe('de');
});

test('believes a long text too where the page claims another language', () => {
  const text =
    'Der Hafenrat hat am Montag beschlossen, die alte Drehbrücke für elf Wochen zu sperren. „Wir haben zweimal hingesehen“, sagte die Ingenieurin. ';
  expect(detectLanguage(text.repeat(20), 'en')).toBe('de');
});

test('lets the page decide between languages that look alike', () => {
  const text =
    'Havnerådet vedtok mandag å stenge den gamle svingbrua i elleve uker, etter at dykkere hadde funnet to sprekker i pilaren.';
  expect(detectLanguage(text, 'nb-NO')).toBe('nb');
  expect(detectLanguage(text, 'no')).toBe('no');
});

test('takes Portuguese for Portuguese, not for Galician', () => {
  const text =
    'O conselho do porto decidiu na segunda-feira fechar a velha ponte giratória durante onze semanas, depois de mergulhadores terem encontrado duas fissuras.';
  expect(detectLanguage(text, null)).toBe('pt');
});

test('believes the page where the text is too short to tell', () => {
  expect(detectLanguage('Bravo!', 'pt_BR')).toBe('pt');
});

test('is not misled by a foreign name in another script', () => {
  const text = `The firm, known at home as 株式会社, opened its first office abroad and hired forty people for it last week.`;
  expect(detectLanguage(text, null)).toBe('en');
});

test('says that it does not know', () => {
  expect(detectLanguage('', null)).toBe('und');
  expect(detectLanguage('12345 — 678', 'not a language!')).toBe('und');
});

test('a word that no language has hides none', () => {
  const told = 'The mayor of Quay said on Monday that the port would close for ten days, and the council denied it.';
  expect(detectLanguage(`${told}\n\n${'A'.repeat(20_000)}\n\n${told}`, null)).toBe('en');
  expect(detectLanguage('青浜市は二十七日、港の橋を来年四月から二年間閉鎖すると発表した'.repeat(20), null)).toBe('ja');
});
