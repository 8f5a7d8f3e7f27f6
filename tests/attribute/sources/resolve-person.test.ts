import { expect, test } from 'vitest';
import { lastIn, statementsOf } from '../statements-of.ts';

test.each([
  // Whoever owns somebody is not the one who is told of.
  ['Ella Brandt won.\n\nElla’s mother Ruth Brandt, 58, was at home. “No comment,” she said.', 'Ruth Brandt'],
  // Who asks in the opening of a sentence is not its subject.
  [
    'Otto Brandt told the board he was sick. Pressed by Senator Karl Weiss on the date, he replied: “I forgot.”',
    'Otto Brandt',
  ],
  ['Ruth Brandt resigned. In a letter to Petra Weiss, she wrote that the vote was void.', 'Ruth Brandt'],
  // Whoever the sentence before begins with, rather than who is known to be a man by then.
  [
    'The singer fell out with the producer, Jon Aster, a friend said. Her agent, Piet Holm, denied it. “They had lunch,” he said.\n\nAster took longer to speak. In an interview with Radio Lund he admitted that they had argued.',
    'Jon Aster',
  ],
  [
    'The envoy, Lars Ekdal, was recalled on Monday. His predecessor, Emil Vang, was pleased. “He had to go,” Vang told Radio Lund.\n\nEkdal has denied leaking the cable. In a message to the Lund Courier he wrote that he had read it.',
    'Lars Ekdal',
  ],
  [
    'The striker, Bo Aster, left on Monday. His club was silent.\n\nAster’s agent, Piet Holm, went further. In a podcast he said that the club had been asked.',
    'Piet Holm',
  ],
  // Persons without a name.
  [
    'Karl Weiss drove the lorry for a firm that hauls gravel from the pits to the port, and did so for many years, with no accident at all, as his books show.\n\nIt rained that night, and the river rose over the banks by the old tannery, so that the road was under water for a mile. A cyclist saw it swerve. He said it had no lights.',
    'a cyclist',
  ],
  ['Ruth Brandt runs the school. The boy’s sister disagrees. “It is too strict,” she said.', 'the boy’s sister'],
  [
    'Karl Weiss owns the mill, which stands in a field on the far side of the river, where nobody goes in the winter when it floods and the road is shut for weeks.\n\nIt is let in parts, most of them for storage, the cellar for a band that plays there once in a while and a gym. One of the tenants keeps hens there. He said the roof leaked.',
    'one of the tenants',
  ],
  // Persons who are meant by their role.
  [
    'Ruth Brandt, the mayor, fell ill. Petra Weiss led the talks.\n\nThe mayor stayed at home. “I slept,” she said.',
    'Ruth Brandt',
  ],
])('whom a pronoun means: %s', (text, name) => {
  expect(lastIn(text)?.name).toBe(name);
});

test('a word that is seldom a person is none that a pronoun means', () => {
  const text = 'Ruth Brandt said she had counted the boats. Her figure was 40. “I stood on the pier,” she said.';
  expect(statementsOf(text).at(-1)?.name).toBe('Ruth Brandt');
});

test('a surname that is also what somebody does', () => {
  expect(lastIn('Ana Baker runs the ferry. She is 40. Baker said the pier was closed.')).toMatchObject({
    name: 'Ana Baker',
    kind: 'person',
  });
});

test('figures in a role are no end of it', () => {
  expect(lastIn('World 1,500 metres champion Hana Weiss said the track was wet.')?.name).toBe('Hana Weiss');
});

test('a role that says whose it is keeps its article', () => {
  const roleOf = (role: string) => statementsOf(`Ana Holm, ${role}, said the trains would run.`)[0]?.role;
  expect(roleOf("the line's managing director")).toBe("the line's managing director");
  expect(roleOf('the managing director')).toBe('managing director');
});
