import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import type { Article } from '#core/article.ts';
import { extractiveEngine } from '#summarize/extractive/extractive-engine.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { anArticle } from '../../an-article.ts';
import { saidIn } from './said-in.ts';

const EMPTY = { sources: [], attributions: [] };
const STANDARD = { points: null, style: 'standard' };

const NEWS = [
  'The council of Aldby voted on Tuesday to close the iron bridge over the Lenne for a year, after engineers found cracks in six of its eight piers.',
  '“We looked at every bolt and every plate, and we would not drive a pram across it,” chief engineer Marta Lindqvist told reporters.',
  'The closure begins on 3 May and will send 14,000 cars a day through the old town, the council said.',
  'Shopkeepers said the detour would cost them a third of their trade. The council denied the detour would cost them a third of their trade.',
  'A ferry will carry cyclists and people on foot from the fish market to the mill, free of charge.',
  'The bridge was opened in 1911 and was last repaired in 1974. It was built for carts.',
  'Repairs are expected to cost 31 million crowns, of which the state pays half.',
  'Mayor Olof Brandt said the town had no choice. He added that a new bridge would be cheaper in the long run.',
].join('\n\n');

function draft(article: Article, wish: { points: number | null; style: string } = STANDARD) {
  return extractiveEngine.draft(article, attribute(article), wish);
}

test('three to ten points by the length of the article, or as many as asked for', async () => {
  const article = anArticle(NEWS);
  const { points } = await draft(article);
  expect(points.length).toBeGreaterThanOrEqual(3);
  expect(points.length).toBeLessThanOrEqual(10);
  expect((await draft(article, { points: 2, style: 'standard' })).points).toHaveLength(2);
  expect((await draft(article, { points: null, style: 'short' })).points).toHaveLength(3);
});

test('the most important point comes first', async () => {
  const { points } = await draft(anArticle(NEWS));
  expect(points[0]?.text).toContain('voted on Tuesday to close the iron bridge');
  const { points: five } = await draft(anArticle(NEWS), { points: 5, style: 'standard' });
  expect(five[0]?.text).toBe(points[0]?.text);
});

test('every point stands on whole sentences of the article', async () => {
  const article = anArticle(NEWS);
  const { points } = await draft(article);
  for (const { evidence } of points) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const span of evidence) expect(article.sentences).toContainEqual(span);
  }
});

test('no two points tell the same', async () => {
  const twice = anArticle(`${NEWS}\n\n${NEWS.split('\n\n')[0]}`);
  const { points } = await draft(twice);
  expect(new Set(points.map(({ text }) => text)).size).toBe(points.length);
});

test('the verifier has nothing against any of its points', async () => {
  const article = anArticle(NEWS);
  expect(makeBriefing(await draft(article), article).withheld).toEqual([]);
});

test('two sources that cannot both be right are set against each other', async () => {
  const { disagreements } = await draft(anArticle(NEWS));
  expect(disagreements).toHaveLength(1);
  expect(disagreements[0]?.sides).toHaveLength(2);
});

test('the same article gives the same draft', async () => {
  expect(await draft(anArticle(NEWS))).toEqual(await draft(anArticle(NEWS)));
});

test('a text of one sentence is one point', async () => {
  const { points, headline } = await extractiveEngine.draft(
    anArticle('The ferry to Aldby sank in the harbour last night.', { title: '' }),
    EMPTY,
    STANDARD,
  );
  expect(points.map(({ text }) => text)).toEqual(['The ferry to Aldby sank in the harbour last night.']);
  expect(headline).toBe('The ferry to Aldby sank in the harbour last night');
});

test('headings, furniture and questions for the reader are no points', async () => {
  const text = `What now?\n\n${NEWS}\n\nSign up for our newsletter and never miss a story.\n\nThe Lamp may earn a commission when you buy a boat through its pages.\n\nMore on the bridge`;
  const { points } = await draft(anArticle(text), { points: 10, style: 'standard' });
  expect(points.map((point) => point.text).join(' ')).not.toMatch(/What now|newsletter|commission|More on/);
});

test.each([
  [
    'de',
    'Der Rat von Aldby hat am Dienstag beschlossen, die Brücke zu sperren. „Wir haben Risse gefunden“, sagte die Ingenieurin. Die Fähre fährt ab Mai. Der Umbau kostet 31 Millionen Kronen.',
  ],
  [
    'ja',
    '市議会は火曜日、鉄橋を一年間閉鎖することを決めた。技師は「六本の橋脚にひびを見つけた」と語った。渡し船は五月から運航する。修理には三千百万かかる。',
  ],
  [
    'ar',
    'قرر المجلس يوم الثلاثاء إغلاق الجسر الحديدي لمدة عام. وقالت المهندسة: «وجدنا شقوقا في ستة أعمدة». تبدأ العبارة في مايو. تكلف الإصلاحات واحدا وثلاثين مليونا.',
  ],
])('an article in %s gives points in its own sentences', async (language, text) => {
  const article = anArticle(text, { language });
  const { points } = await extractiveEngine.draft(article, EMPTY, STANDARD);
  expect(points.length).toBeGreaterThan(1);
  for (const point of points) expect(text).toContain(point.text);
});

test('a style that nobody knows is named, and the known ones with it', async () => {
  await expect(draft(anArticle(NEWS), { points: null, style: 'haiku' })).rejects.toMatchObject({
    code: 'BAD_USAGE',
    message: expect.stringMatching(/haiku.*standard and short/),
  });
});

test('a call that was called off ends', async () => {
  const signal = AbortSignal.abort();
  await expect(extractiveEngine.draft(anArticle(NEWS), EMPTY, STANDARD, signal)).rejects.toMatchObject({
    code: 'CANCELLED',
  });
});

test('lone surrogates and a text without spaces do no harm', async () => {
  const odd = anArticle(`The ferry \ud800 sank in the harbour last night.\n\n${'x'.repeat(20_000)}`);
  const { points } = await extractiveEngine.draft(odd, EMPTY, STANDARD);
  expect(points.length).toBeGreaterThan(0);
});

test('50,000 words are briefed', async () => {
  const long = anArticle(
    Array.from({ length: 330 }, (_, at) => NEWS.replaceAll('Aldby', `Aldby${at % 40}`)).join('\n\n'),
  );
  await extractiveEngine.draft(long, EMPTY, { points: 10, style: 'standard' });
});

test('after the news, a source that has not spoken yet comes before one that has', async () => {
  const news = Array.from(
    { length: 8 },
    (_, at) => `The mayor said that the bridge and the road would close for repair number ${at}.`,
  );
  const other = 'The ferry company Lund Lines told residents that its boats would carry everybody for nothing.';
  const statements = [...news, other].map((sentence) => {
    const [by = '', words = ''] = sentence.split(/ (?:said|told residents) that /);
    return { words: words.replace(/\.$/, ''), by };
  });
  const { article, testimony } = saidIn([...news, other].join('\n\n'), statements);
  const { points } = await extractiveEngine.draft(article, testimony, { points: 5, style: 'standard' });
  expect(points.map(({ text }) => text).join(' ')).toContain('its boats would carry everybody for nothing');
});

test('what an interviewer asks is no point', async () => {
  const text =
    'Nora Weir left the harbour board last month after nine years.\n\nQ: The Vale Herald reported that the board pushed you out over the harbour money. Is it true?\n\nA: The board never asked me to go.\n\nQ: The harbour board has no money left, its critics say.\n\nA: The harbour board has money for two years.';
  const article = anArticle(text);
  const { points } = await extractiveEngine.draft(article, attribute(article), { points: 5, style: 'standard' });
  expect(points.map((point) => point.text).join(' ')).not.toMatch(/pushed you out|no money left|Q:/);
});

test('a report about subscribers, newsletters and signing up is news, not furniture', async () => {
  const lead = 'The streaming firm Halden lost two million subscribers in the spring.';
  const text = `${lead}\n\nSubscribers left after the newsletter on new prices, and few of them chose to sign up again.`;
  const { points } = await extractiveEngine.draft(anArticle(text), EMPTY, { points: 2, style: 'standard' });
  expect(points.map((point) => point.text)).toEqual([lead, text.slice(lead.length + 2)]);
});
