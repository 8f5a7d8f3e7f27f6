import { describe, expect, test } from 'vitest';
import { textAt } from '#core/article.ts';
import type { Account } from '#core/digest.ts';
import { compareAccounts } from '#digest/compare-accounts.ts';
import { anAccount } from './an-account.ts';

const AT = (hour: number, minute = 0) => new Date(Date.UTC(2026, 4, 19, hour, minute));

/** Enough of an article around the sentences in question. */
const article = (...sentences: readonly string[]) =>
  [...sentences, 'The road along the quay stays closed until the evening, and buses go by the old mill.'].join('\n\n');

/** Accounts of different origins, and what is found between them. */
function compare(...accounts: readonly Account[]) {
  return compareAccounts(accounts.map((account, origin) => ({ account, origin }))).map(({ kind, about, sides }) => ({
    kind,
    about,
    sides: sides.map(({ account, span }) => `${account.entry.outlet}: ${textAt(account.article.text, span)}`),
  }));
}

const quay = (text: string, hour = 8) => anAccount('Quay Gazette', text, { publishedAt: AT(hour) });
const hill = (text: string, hour = 8) => anAccount('Hill Post', text, { publishedAt: AT(hour) });

describe('figures', () => {
  test('of one thing that cannot both be right are a difference, each in its article’s words', () => {
    const found = compare(
      quay(article('Inspectors found cracks in 14 of the bridge’s 62 main hangers, the ministry said on Tuesday.')),
      hill(article('Engineers counted cracks in 17 of the 62 main hangers, the chief inspector, Petra Quist, said.')),
    );
    expect(found).toEqual([
      {
        kind: 'differ',
        about: 'hangers',
        sides: [
          expect.stringContaining('Quay Gazette: Inspectors found cracks in 14 of'),
          expect.stringContaining('Hill Post: Engineers counted cracks in 17 of'),
        ],
      },
    ]);
  });

  test.each([
    [
      'dead',
      'The death toll from the flood rose to 31 on Monday, the ministry said.',
      'Rescuers have found 28 bodies since the flood, the Red Cross said.',
    ],
    [
      'injured',
      'Twenty-three passengers were injured in the collision, the railway said.',
      'The collision left 40 injured, according to the fire brigade.',
    ],
    [
      'arrested',
      'Police arrested 14 protesters outside the town hall on Tuesday.',
      'Lawyers said that 31 people had been detained outside the town hall.',
    ],
    [
      'missing',
      'Three miners are missing after the tunnel collapse, the operator said.',
      'Five miners are missing after the tunnel collapse, the union said.',
    ],
    [
      'jobs',
      'The company will cut 1,200 jobs at its plant in Marsh, it said on Thursday.',
      'The union said that the company would cut 1,800 jobs at the Marsh plant.',
    ],
    [
      'cost',
      'The new stadium will cost £310m, the council said.',
      'Auditors put the cost of the new stadium at £420m.',
    ],
    [
      'turnout',
      'Turnout was 61 percent, the electoral commission said.',
      'Turnout stood at 54 percent, according to observers.',
    ],
    [
      'crowd',
      'Some 20,000 people marched through the city on Saturday, police said.',
      'Organisers said 80,000 people had marched through the city on Saturday.',
    ],
    [
      'houses',
      'The fire destroyed 11 houses in the old quarter, officials said.',
      'Fire destroyed 17 houses in the old quarter, the mayor said.',
    ],
  ])('of the %s, said in different ways, are found', (about, one, other) => {
    expect(compare(quay(article(one)), hill(article(other)))).toMatchObject([{ kind: 'differ', about }]);
  });

  test('of the dead that grow with time are an update, the oldest first, with the times on the sides', () => {
    const later = hill(article('Fourteen people were killed when the ferry struck the pier, the police said.'), 12);
    const earlier = quay(
      article('The ferry struck the pier in the fog and killed 9 people, the harbour master said.'),
      8,
    );
    expect(compare(later, earlier)).toEqual([
      {
        kind: 'update',
        about: 'dead',
        sides: [expect.stringContaining('Quay Gazette'), expect.stringContaining('Hill Post')],
      },
    ]);
  });

  test('of the dead at the same time are a difference and no update', () => {
    const found = compare(
      quay(article('The death toll of the storm stands at 9, the county said.')),
      hill(article('The storm killed 14 people, according to the fire brigade.')),
    );
    expect(found).toMatchObject([{ kind: 'differ', about: 'dead' }]);
  });

  test('that fall with time are a difference: nobody comes back to life', () => {
    const found = compare(
      quay(article('The storm killed 14 people, the county said.'), 8),
      hill(article('The storm killed 9 people, the fire brigade said.'), 12),
    );
    expect(found).toMatchObject([{ kind: 'differ' }]);
  });

  test.each([
    [
      'the same in words and digits',
      'The storm killed nine people, the county said.',
      'The storm killed 9 people, the fire brigade said.',
    ],
    [
      'one rounded',
      'Repairs would cost 312 million crowns, the ministry said.',
      'Repairs would cost about 310 million crowns, the city said.',
    ],
    [
      'a lower bound that the other keeps',
      'The storm killed at least 9 people, the county said.',
      'The storm killed 14 people, the fire brigade said.',
    ],
    [
      'of the dead and the injured',
      'The storm killed 9 people, the county said.',
      'The storm injured 14 people, the county said.',
    ],
    [
      'of another year',
      'The storm killed 9 people, the county said.',
      'A storm killed 14 people in 2019, the county said.',
    ],
    [
      'of another place',
      'The storm killed 9 people in Marsh, the county said.',
      'Officials counted 14 dead in Orle after the storm.',
    ],
    [
      'of what comes to another',
      'The storm killed 9 people, the county said.',
      'The storm killed 14 more people, the county said.',
    ],
    [
      'of a child’s years',
      'A 7-year-old girl was killed, the police said.',
      'A boy, 6 years old, was killed, the police said.',
    ],
    ['of numbered things', 'The Marsh team is No. 12 in the league.', 'The Marsh team is in the league.'],
    ['of ages', 'Ida Holm, 43, was killed in the storm.', 'Otto Brandel, 61, was killed in the storm.'],
    ['of results', 'Marsh beat Orle 5-1 in front of 3,000 people.', 'Marsh beat Hill 2-1 in front of 900 people.'],
    [
      'of nothing in common',
      'The council bought 12 buses for the islands.',
      'The museum showed 40 buses from old times.',
    ],
  ])('%s are none', (_, one, other) => {
    expect(compare(quay(article(one)), hill(article(other)))).toEqual([]);
  });

  test('that an account has from the other side are none: it tells both', () => {
    const found = compare(
      quay(article('The storm killed 9 people, the county said.', 'The fire brigade counted 14 dead after the storm.')),
      hill(article('The storm killed 14 people, the fire brigade said.')),
    );
    expect(found).toEqual([]);
  });

  test('of accounts with one origin are none: an agency’s first and second report', () => {
    const accounts = [
      quay(article('The storm killed 9 people, the county said.')),
      hill(article('The storm killed 14 people, the county said.')),
    ];
    expect(compareAccounts(accounts.map((account) => ({ account, origin: 0 })))).toEqual([]);
  });
});

describe('names', () => {
  test('of who holds one office are a difference', () => {
    const found = compare(
      quay(article('The harbour master, Ida Holm, said that the pier was safe.', '“We looked twice,” Holm said.')),
      hill(article('“We looked twice,” said the harbour master, Vera Lind.')),
    );
    expect(found).toMatchObject([{ kind: 'differ', about: 'harbour master' }]);
  });

  test('of spokesmen, and of somebody whom both know, are none', () => {
    expect(
      compare(
        quay(article('“It is safe,” said the ministry spokesman, Tobias Renn.')),
        hill(article('“It is safe,” said the ministry spokesman, Otto Brandel.')),
      ),
    ).toEqual([]);
    expect(
      compare(
        quay(article('“It is safe,” said the harbour master, Ida Holm.')),
        hill(article('“It is safe,” said the harbour master, Ida Holm-Lind.')),
      ),
    ).toEqual([]);
  });
});

describe('claims', () => {
  test('said by one and denied to another are a difference', () => {
    const found = compare(
      quay(article('The ministry ordered the inspectors to keep the report secret, the union said.')),
      hill(article('The ministry denied that it had ordered the inspectors to keep the report secret.')),
    );
    expect(found).toMatchObject([{ kind: 'differ' }]);
  });

  test.each([
    ['The airline said the plane was not hit by a missile.', 'The plane was hit by a missile, the ministry said.'],
    [
      'The minister will resign on Friday, two officials said.',
      'The minister will not resign on Friday, her spokesman said.',
    ],
  ])('%j and %j are a difference', (one, other) => {
    expect(compare(quay(article(one)), hill(article(other)))).toMatchObject([{ kind: 'differ' }]);
  });

  test('that one account tells with their denial are none', () => {
    const found = compare(
      quay(
        article(
          'The ministry ordered the inspectors to keep the report secret, the union said.',
          'The ministry denied that it had ordered the inspectors to keep the report secret.',
        ),
      ),
      hill(article('The ministry denied that it had ordered the inspectors to keep the report secret.')),
    );
    expect(found).toEqual([]);
  });

  test('about different things are none, whatever is denied', () => {
    const found = compare(
      quay(article('The minister said that she would open the bridge on Friday.')),
      hill(article('The minister said that she had not spoken to the mayor about the ferry.')),
    );
    expect(found).toEqual([]);
  });
});
