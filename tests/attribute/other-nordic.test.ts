import { describe, expect, test } from 'vitest';
import { splitSentences } from '#language/split-sentences.ts';
import { statementsOf } from './statements-of.ts';

const last = (language: string, text: string) => statementsOf(text, { language }).at(-1);

describe('who speaks, in the North', () => {
  test.each([
    ['sv', '”Bron stängs i maj”, säger kommunens trafikchef Karin Lindh.', 'Karin Lindh'],
    ['sv', 'Bron stängs i maj, uppger kommunen.', 'kommunen'],
    ['sv', 'Bron stängs i maj, skriver Rederiet Havsvind i ett mejl.', 'Rederiet Havsvind'],
    ['sv', 'Trafikminister Karin Lindh kom i går. ”Bron håller inte”, sade ministern.', 'Karin Lindh'],
    ['sv', '»Vi väntar inte längre«, sade styrelsens ordförande, Karin Lindh.', 'Karin Lindh'],
    ['sv', 'En granne, som såg olyckan, berättar att bilen körde fort.', 'en granne'],
    ['sv', 'Tidningen Kustnytt skriver att bron är farlig.', 'Kustnytt'],
    ['da', '»Broen lukker i maj,« siger kommunens vejchef, Karen Lind.', 'Karen Lind'],
    ['da', '"Broen lukker i maj," siger vejchef Karen Lind.', 'Karen Lind'],
    ['da', '”Broen lukker i maj,” udtaler administrerende direktør Karen Lind.', 'Karen Lind'],
    ['da', 'Overlæge Karen Lind er bekymret. Vaccinen kom for sent, siger overlægen.', 'Karen Lind'],
    ['da', 'Klima- og trafikminister Karen Lind siger, at broen holder.', 'Karen Lind'],
    ['da', 'Han nægter sig skyldig, oplyser hans forsvarer, advokat Poul Holm.', 'Poul Holm'],
    ['da', 'Ingen er kommet til skade, oplyser Fjordpolitiet.', 'Fjordpolitiet'],
  ])('%s: %s', (language, text, name) => {
    expect(last(language, text)?.name).toBe(name);
  });

  test('letters that stand before a name are a body’s', () => {
    expect(last('da', 'Ifølge DK Nyt er broen lukket.')).toMatchObject({ name: 'DK Nyt', kind: 'organization' });
    expect(last('da', 'Broen er helt sikker, skriver Det Nye Vejkontor.')).toMatchObject({ kind: 'organization' });
  });
});

test('a role at a sentence’s front has no capital', () => {
  expect(last('sv', 'Trafikchef Karin Lindh säger att bron rostar.')?.role).toBe('trafikchef');
});

describe('what was said', () => {
  test.each([
    ['sv', 'Enligt åklagaren gick kommunen miste om pengar.', ['gick kommunen miste om pengar']],
    ['sv', 'Enligt uppgifter till Kustnytt förhandlar ägarna.', ['förhandlar ägarna']],
    ['sv', 'Bolaget gick enligt årsredovisningen med förlust.', ['Bolaget gick', 'med förlust']],
    ['da', 'Ifølge Lind er broen farlig.', ['er broen farlig']],
    ['da', 'Lind henviser til en rapport fra Vejcentret, som viser, at broen ruster.', ['broen ruster']],
    ['da', 'Skaden er stor. Det afviser landmand Poul Holm.', ['Det']],
  ])('%s: %s', (language, text, said) => {
    expect(last(language, text)?.said).toEqual(said);
  });

  test('what a credit stands for is a paper and not who has it', () => {
    expect(last('da', 'Lind henviser til en rapport fra Vejcentret, som viser, at broen ruster.')).toMatchObject({
      name: 'en rapport fra Vejcentret',
      kind: 'document',
      named: true,
    });
    expect(last('sv', 'Enligt uppgifter till Kustnytt förhandlar ägarna.')?.name).toBe('uppgifter till Kustnytt');
  });

  test('a second verb goes on with who spoke', () => {
    const found = statementsOf('Kari Lie kom. «Vi stenger ikke i år», sier Lie og legger til at alt er klart.', {
      language: 'nb',
    });
    expect(found.map(({ name, said }) => [name, said])).toEqual([
      ['Kari Lie', ['Vi stenger ikke i år']],
      ['Kari Lie', ['alt er klart']],
    ]);
  });

  test('a cue between a colon and what follows belongs to the quotation', () => {
    const found = statementsOf('Karen Lind advarer om, at tallet vokser: ”Mange går ikke til lægen,” forklarede hun.', {
      language: 'da',
    });
    expect(found.map(({ said }) => said)).toEqual([['tallet vokser'], ['Mange går ikke til lægen,']]);
  });

  test.each([
    ['sv', 'Karin Lindh vill inte kommentera beslutet, men skriver att hon är nöjd.', ['declines', 'asserts']],
    ['sv', 'Karin Lindh bekräftar att bron rostar, men avstår från att kommentera orsaken.', ['asserts', 'declines']],
  ])('%s: a silence beside a statement: %s', (language, text, stances) => {
    const found = statementsOf(text, { language });
    expect(found.map(({ stance }) => stance)).toEqual(stances);
    expect(found.map(({ name }) => name)).toEqual(['Karin Lindh', 'Karin Lindh']);
  });
});

describe('speech behind a dash', () => {
  test('is all of its paragraph but the cue', () => {
    const [one, ...more] = statementsOf('– Vi har väntat länge. Bron rostar, säger Karin Lindh. Den måste bytas nu.', {
      language: 'sv',
    });
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      name: 'Karin Lindh',
      form: 'direct',
      said: ['Vi har väntat länge. Bron rostar', 'Den måste bytas nu.'],
    });
  });

  test('begins where the dash does, inside a paragraph too', () => {
    const found = statementsOf('Bron ruster. – Den holder ikke vinteren over, siger vejchef Karen Lind.', {
      language: 'da',
    });
    expect(found.map(({ said }) => said)).toEqual([['Den holder ikke vinteren over']]);
  });

  test('begins behind a colon', () => {
    const found = statementsOf('Vejchef Karen Lind advarer mod at køre: – Broen er glat. Den er farlig.', {
      language: 'da',
    });
    expect(found.map(({ said }) => said)).toEqual([['Broen er glat', 'Den er farlig.']]);
  });

  test('is closed by another dash in Romance languages', () => {
    const found = statementsOf('— A ponte caiu — disse João Silva. O rio subiu.', { language: 'pt' });
    expect(found.map(({ said }) => said)).toEqual([['A ponte caiu']]);
  });

  test('has no age in it', () => {
    const [one] = statementsOf('— A ponte caiu — disse João Silva, de 66 anos.', { language: 'pt' });
    expect(one?.said).toEqual(['A ponte caiu']);
  });
});

test('a day’s number with a full stop ends no Danish sentence', () => {
  expect(splitSentences('Broen lukker den 11. januar. Den åbner i maj.', 'da')).toHaveLength(2);
});

test('nobody says what stands beside a rumour', () => {
  expect(last('sv', 'Mannen ska ha tagit pengarna.')).toMatchObject({ kind: 'unstated', hedge: 'ska' });
  expect(last('da', 'Tyvene skal have brugt en stige.')).toMatchObject({ kind: 'unstated', hedge: 'skal' });
});
