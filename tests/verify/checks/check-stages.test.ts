import { expect, test } from 'vitest';
import { objectionsOn } from '../objections-on.ts';

const TEXT = [
  'The council of Skarvik has ordered a review of all nine piers. It told the harbour office to repaint the lamps by June.',
  'Solveig Dahl, the mayor, promised to plant an oak in the square and called for a museum of ropes.',
  'An engineer said the crane might be scrapped. The shipyard offered two million crowns to settle the quarrel.',
  'A bid to reopen the ferry line failed in March.',
  'The baker Odd Lie, who had threatened to move his shop, stayed. He would sit on the quay for hours.',
  'The divers did not search the wreck until the storm had passed.',
  'A planned sale of the old smithy to Brenna Marine has upset the neighbours. She urged councillors to suspend the permit.',
  'Two members pressed for a ban on diesel boats. The harbour master, Jon Eik, had blocked it.',
].join('\n\n');
const objections = objectionsOn(TEXT);

test.each([
  'All nine piers have been reviewed for the council of Skarvik.',
  'The lamps were repainted by the harbour office in June.',
  'Mayor Solveig Dahl planted an oak in the square.',
  'The crane was scrapped, an engineer said.',
  'The quarrel was settled by the shipyard for two million crowns.',
  'The ferry line reopened in March.',
  'The baker Odd Lie moved his shop.',
  'The old smithy was sold to Brenna Marine.',
  'Councillors suspended the permit.',
  'Diesel boats were banned.',
  'Solveig Dahl, the mayor, opened a museum of ropes.',
])('what is ordered, promised, possible, offered or tried is not told as done: %s', (text) => {
  expect(objections(text)).toContain('strength');
});

test.each([
  'All nine piers of Skarvik are to be reviewed.',
  'The harbour office has to repaint the lamps by June.',
  'Mayor Solveig Dahl wants to plant an oak in the square.',
  'The crane could be scrapped, an engineer said.',
  'The shipyard was ready to settle the quarrel for two million crowns.',
  'Odd Lie sat on the quay for hours.',
  'Harbour master Jon Eik blocked a ban on diesel boats.',
  'Mayor Solveig Dahl thinks of a museum of ropes as something that the town should build.',
  'The divers searched the wreck only after the storm.',
])('as far as the article goes a claim may go: %s', (text) => {
  expect(objections(text)).toEqual([]);
});
