import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { answerQuestion } from '#summarize/extractive/answers/answer-question.ts';
import { describeCandidates } from '#summarize/extractive/answers/describe-candidates.ts';
import { readQuestion } from '#summarize/extractive/answers/read-question.ts';
import { anArticle } from '../../an-article.ts';

function reader(...paragraphs: string[]) {
  const article = anArticle(paragraphs.join('\n\n'));
  const testimony = attribute(article);
  return {
    ask: (question: string) => answerQuestion(question, article, testimony),
    best: (question: string) => describeCandidates(readQuestion(question, 'en'), article, testimony)[0],
  };
}

test('a unit of time is counted, a month without other words is a date, an hour may stand without o’clock', () => {
  const { ask } = reader(
    'The pilot of the Saltby ferry has 22 years of experience, its owner said. The kiosk stopped selling tickets in May.',
    'The crew was told to start at seven. The inquiry is to report within 60 days.',
  );
  expect(ask('How many years of experience does the pilot have?')).toMatchObject({ answered: true });
  expect(ask('When did the kiosk stop selling tickets?')).toMatchObject({ answered: true });
  expect(ask('At what time was the crew told to start?')).toMatchObject({ answered: true });
  expect(ask('When will the inquiry report?')).toMatchObject({ answered: true });
});

test('a price in money that no list knows, a share, none at all and "37 of them" are amounts and counts', () => {
  const { ask, best } = reader(
    'The mill’s shares closed at 81 florims on Friday. Drought destroyed a fifth of the barley crop.',
    'No passengers will be aboard the first flight. The curators traced each figure in the hall, and found that 37 of them came from the wreck.',
  );
  expect(ask('At what price did the mill’s shares close?')).toMatchObject({ answered: true });
  expect(ask('How much of the barley crop was destroyed by drought?')).toMatchObject({ answered: true });
  expect(best('How many passengers will be aboard the first flight?')?.isLacking).toBe(false);
  expect(best('How many figures came from the wreck?')?.isLacking).toBe(false);
});

test('an age is no length, and money is no depth', () => {
  const { ask, best } = reader(
    'The bear, a seven-year-old male called Bruno, slipped through the fence. The Holmby pool lost £140,000 last year.',
  );
  expect(best('How long is the fence?')?.traits.figureFit).toBe(0);
  expect(ask('How deep is the Holmby pool?').answered).toBe(false);
});

test('a name is what is described where it follows it, with its place or its trade between', () => {
  const { ask } = reader(
    'The mayor of Port Saltby, Olin Brand, ordered the shore cleared. Stage manager Jean Ibb swept it herself.',
    'Detectives identified the thief as Rolf Kane, 58. “It was a mess,” said Ina Stroud, a chemist at Marn College and the study’s lead author.',
  );
  expect(ask('Who is the mayor of Port Saltby?')).toMatchObject({ answered: true });
  expect(ask('Who is the stage manager?')).toMatchObject({ answered: true });
  expect(ask('What is the name of the thief?')).toMatchObject({ answered: true });
  expect(ask('Who is the lead author of the study?')).toMatchObject({ answered: true });
});

test('the director of another firm, and a pronoun for nobody known, are not who is asked for', () => {
  const { ask, best } = reader(
    'Osmark’s chief executive, Katrin Dal, told shareholders that she had no plans for Plumb. Plumb fell by a third.',
    'The other climber asked not to be named because he shares a sponsor with Addis.',
  );
  expect(ask('Who is Plumb’s chief executive?').answered).toBe(false);
  expect(best('Who shares a sponsor with Addis?')?.traits.nameFit).toBeLessThan(0.6);
});

test('what was done, nobody says by whom, does not tell who did it', () => {
  const { ask } = reader(
    'The loaders told the newspaper that they had been paid double to forget the number on the gate.',
    'Rain is expected.',
  );
  expect(ask('Who paid the loaders?').answered).toBe(false);
});

test('"since 2017" is no reason', () => {
  const { best } = reader('The museum has taken no inventory since 2017. Its roof leaks.');
  expect(best('Why has the museum taken no inventory?')?.traits.reasonFit).toBe(0);
});

test('a name is known by its initials and in a reader’s spelling', () => {
  const { ask } = reader(
    'The SDF has ruled the island since 1955, but for three years. Jeffrey Holm leads it.',
    'Officials of the Northern Fisheries Board say that the quota stands.',
  );
  expect(ask('Since when has the Social Democratic Front ruled the island?')).toMatchObject({ answered: true });
  expect(ask('Does the NFB say that the quota stands?')).toMatchObject({ answered: true });
  expect(ask('Who is Jeffery Holm?').evidence.length).toBeGreaterThan(0);
  expect(ask('Does Jeffery Holm lead the SDF?')).toMatchObject({ answered: true });
  expect(ask('Does Margery Holm lead the SDF?')).toMatchObject({ answered: false });
});

test('whoever does it in the question does it in the passage', () => {
  const { best } = reader('Datamark questioned 8,400 people as they left the halls. Sigmund Nine watched.');
  expect(best('How many people did Datamark question?')?.traits.doer).toBe(1);
  expect(best('How many people did Sigmund question?')?.traits.doer).toBe(0);
});

test('a sentence that leaves it open is known as one', () => {
  const { best } = reader(
    'Isolde Marsh declined to say which side the Shore Club would join. The Mill Club will join the north side.',
  );
  expect(best('Which side will the Shore Club join?')?.traits.isUnsaid).toBe(1);
  expect(best('Which side will the Mill Club join?')?.traits.isUnsaid).toBe(0);
});

test('"twice" tells how often, and "lime" in "38 lime trees" is what is counted', () => {
  const { best } = reader(
    'Holt had been warned twice in writing, a clerk told the court. Thirty-eight lime trees in Saxon Street were felled.',
  );
  expect(best('How often had Holt been warned?')?.isLacking).toBe(false);
  expect(best('How many limes were felled?')?.isLacking).toBe(false);
});

test('what someone charges or earned is money', () => {
  const { best } = reader('Delphine Mars, who is 71, tunes pianos. She sold 40,000 shares in her workshop in May.');
  expect(best('What does Delphine Mars charge for a piano?')?.isLacking).toBe(true);
  expect(best('How much did Delphine Mars earn by her shares?')?.isLacking).toBe(true);
});

test('a length is a stretch of time or of way, and a date only from or until which it lasts', () => {
  const { best } = reader(
    'The fence was laid in 2023. The tunnel is 12 miles long. Rain has kept the pass shut since Sunday.',
  );
  expect(best('How long is the fence?')?.traits.isUnfit).toBe(1);
  expect(best('How long is the tunnel?')?.isLacking).toBe(false);
  expect(best('How long has the pass been shut?')?.isLacking).toBe(false);
});

test('a passage that says that just this was not said does not answer', () => {
  const { ask } = reader(
    'Ina Quay declined to say which side the Shore Club would join. Dr Vane was not asked why the vault stood open.',
  );
  expect(ask('Which side will the Shore Club join?').answered).toBe(false);
  expect(ask('Why did the vault stand open?').answered).toBe(false);
});

test('"the boy’s name" is the name of the boy, and the names of many stand in a list', () => {
  const { best } = reader(
    'The skipper’s brother, Olaf Rand, is a baker. Among the drivers in the jail are Ada Roe, Bela Kun and Cora Lind.',
  );
  expect(best('What is the skipper’s brother’s name?')?.isLacking).toBe(false);
  expect(best('What are the names of the drivers in the jail?')?.isLacking).toBe(false);
});
