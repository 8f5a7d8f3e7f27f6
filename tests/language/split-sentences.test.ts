import { expect, test } from 'vitest';
import { splitSentences } from '#language/split-sentences.ts';
import { expectToEnd } from '../expect-to-end.ts';

function split(text: string, language = 'en'): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Sentences that stand side by side in one paragraph come back as they went in. */
function expectKept(sentences: readonly string[], language = 'en'): void {
  expect(split(sentences.join(' '), language)).toEqual(sentences);
}

test('keeps titles, companies and months in their sentence', () => {
  expectKept([
    'Mr. Hale met Dr. Ito and Sen. Ruiz on Jan. 5 at Marlow Corp. headquarters.',
    'Nobody from Acme Inc. came.',
  ]);
  expectKept(['It was No. 5 of St. Jude vs. Harrow, e.g. a small match.', 'Nobody watched.']);
});

test('a short word that opens a bracket is no sentence', () => {
  expectKept(['The lamp costs 43 crowns (reg. 180) while it lasts.', 'It is blue.']);
  expectKept(['The mill (est. 1911) burned.', '(He left. She stayed.)'].slice(0, 1));
});

test('ends a sentence at an abbreviation where a new one begins', () => {
  expectKept(['She was born in the U.S. She grew up in Leeds.'.slice(0, 24), 'She grew up in Leeds.']);
  expectKept(['They met at 5 p.m. ', 'The talks went on.'].map((one) => one.trim()));
  expectKept(['He sold the shop to Harker Inc.', 'It closed a year later.']);
  expectKept(['The U.S. Rep. Bill Moreno and the U.S. Army stayed away.']);
});

test('tells an hour that ends its sentence from one that goes on', () => {
  expectKept(['Troops opened fire without warning at 11.20 p.m.', 'Ostria’s ministry denied that.']);
  expectKept(['They all met by the pier at 9 a.m.', 'Ruiz came late.']);
  expectKept(['The game will begin in the old hall at 9 p.m. Eastern on Friday.', 'Come early.']);
  expectKept(['They all left the hall by the back door at 5 p.m. Monday.', 'Nobody saw it.']);
  expectKept(['At 11.20 p.m. Ana Ruiz rang the bell.', 'Nobody came.']);
});

test('keeps initials with their names', () => {
  expectKept(['J. K. Marsh and George W. Lind wrote to T.S. Hollis.', 'He did not answer.']);
});

test('does not end inside numbers, versions, addresses and e-mail', () => {
  expectKept([
    'It cost $1.2m, or 3.5 percent, for v2.0 of the tool.',
    'See www.example.org/a.b?c=d. It is free.'.slice(0, 28),
    'It is free.',
  ]);
  expectKept(['Write to desk@news.example.org or go to example.org.', 'Yahoo! said it would pay.']);
});

test('lets German ordinals and abbreviations stand', () => {
  expectKept(['Am 3. Mai trafen sie sich z. B. in Köln.', 'Im 20. Jahrhundert gab es das nicht.'], 'de');
  expectKept(['Das kostet ca. 3,5 Mio. Euro.', 'Dr. Weber lehnte ab.'], 'de');
});

test('keeps a German street with its number', () => {
  expectKept(['Er wohnt in der Goethestr. 5 in Bonn.', 'Sie nicht.'], 'de');
});

test('tells an ellipsis inside a sentence from one at its end', () => {
  expectKept(['He wanted … nothing, really.', 'She waited...', 'Then the door opened.']);
  expectKept(['“We tried . . . and we failed,” he said.', 'It rained.']);
});

test('splits inside a quotation and keeps its cue with the last sentence', () => {
  expectKept(['“We won.', 'We really won,” she said.', 'They left.']);
  expectKept(['“Stop!” he cried.', '“Really?” asked Ann.', '“Now!” Ann Miller said.']);
  expectKept(['"It is over." The crowd went home.'.slice(0, 13), 'The crowd went home.']);
  expectKept(['‘It is late.’', 'He put out the light.']);
});

test('leaves closing marks and brackets with the sentence that they close', () => {
  expectKept([
    'They left early (it had begun to rain.)',
    'Nobody minded.',
    '(The police came later.)',
    'It was quiet.',
  ]);
  expectKept(['She called it “a disgrace.”', 'He agreed.']);
});

test('a closing mark that stands alone belongs to the quotation that a typewriter’s mark opens', () => {
  expectKept(["She said: ` We won. '", 'The match was long.', 'It rained.']);
  expectKept(["She said: `` We won. ''", 'The match was long.']);
  expectKept(['It was late.', "' We won,' she said."]);
});

test('splits where a page has lost the space between two sentences', () => {
  const glued = (sentences: readonly string[]) => expect(split(sentences.join(''))).toEqual(sentences);
  glued(['It rained all day.', 'The weir held.']);
  glued(['It rained.', '"We stayed," she said.', 'Mr Weir left.']);
  glued(['He said: "We won."', 'The crowd left.']);
  for (const whole of [
    'See Booking.Com for the U.S.The end.',
    'Node.JS and bbc.co.uk/News.html were read.',
    'He told Mr.Weir so.',
  ])
    expect(split(whole)).toEqual([whole]);
});

test('“It” and “At” open a sentence behind a lost space, although they end addresses', () => {
  expect(split('The rebels hold the prison.It is old. She works for Orle.It and at mill.at.')).toEqual([
    'The rebels hold the prison.',
    'It is old.',
    'She works for Orle.It and at mill.at.',
  ]);
});

test('splits after runs of marks', () => {
  expectKept(['What?!', 'You did what?', 'No!!', 'Fine.']);
});

test('does not part a list marker from its item', () => {
  expectKept(['1. First we walk.', '2. Then we run.']);
  expect(split('• Bread\n• Butter\n• Salt')).toEqual(['• Bread', '• Butter', '• Salt']);
});

test('takes a heading without a full stop as a sentence, and a single newline as a space', () => {
  expect(split('What we know\n\nThe bridge fell at\nnoon. Two people died.')).toEqual([
    'What we know',
    'The bridge fell at\nnoon.',
    'Two people died.',
  ]);
});

test('never crosses a paragraph', () => {
  expect(split('It began with Mr.\n\nHale did not know.')).toEqual(['It began with Mr.', 'Hale did not know.']);
});

test('leaves a footnote number with the sentence before it', () => {
  expectKept(['The river rose by two metres.[3]', 'The town was safe.']);
});

test('splits French, Spanish, Portuguese, Italian and Dutch', () => {
  expectKept(['M. Dupont est arrivé à 8 h. avec Mme Roy.', 'Il a dit « non ».', '« Jamais ! » a-t-il crié.'], 'fr');
  expectKept(['El Sr. Gómez vive en EE. UU. desde 2010.', '¿Quién lo sabía?', '¡Nadie!'], 'es');
  expectKept(['O Sr. Silva pagou R$ 3.500,50 à empresa.', 'Ninguém reclamou.'], 'pt');
  expectKept(['Il sig. Rossi ha vinto 3.000 euro.', 'La moglie era felice.'], 'it');
  expectKept(['Dhr. Jansen kwam o.a. met dr. De Vries.', 'Het regende.'], 'nl');
});

test('splits Japanese, Chinese, Arabic and Hindi', () => {
  expect(split('雨が降った。橋は閉鎖された。「もう無理だ。」と市長は言った。', 'ja')).toEqual([
    '雨が降った。',
    '橋は閉鎖された。',
    '「もう無理だ。」と市長は言った。',
  ]);
  expect(split('桥关闭了。谁知道？没有人！', 'zh')).toEqual(['桥关闭了。', '谁知道？', '没有人！']);
  expectKept(['هل وصل الوفد؟', 'لم يصل أحد.', 'انتهى الاجتماع.'], 'ar');
  expectKept(['पुल बंद हो गया।', 'कोई घायल नहीं हुआ।'], 'hi');
});

test('gives nothing for empty text and survives lone surrogates and mixed newlines', () => {
  expect(split('')).toEqual([]);
  expect(split(' \n\n \n')).toEqual([]);
  expect(split('A \ud800 b. Next one.\r\nAnd another.')).toEqual(['A \ud800 b.', 'Next one.', 'And another.']);
});

test('does not hang on hostile text', () => {
  const size = 100_000;
  for (const unit of ['.', '“', 'a', 'A.', '. ', '.\n', ' ', '1.', '(', '?"', 'Mr. ']) {
    const text = unit.repeat(size / unit.length);
    expectToEnd(() => {
      splitSentences(text, 'en');
    });
  }
});
