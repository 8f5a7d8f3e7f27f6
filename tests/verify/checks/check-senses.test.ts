import { expect, test } from 'vitest';
import { objectionsOn } from '../objections-on.ts';

const TEXT = [
  'The old swing bridge at Torvik was shut to lorries on Monday after a diver had found a rusted bolt.',
  'Ragna Holt, who runs the ferry, resigned from the harbour board in May. She promised the crews a month of pay.',
  'Prices for smoked herring slipped to nine crowns a kilo in the autumn.',
  'The toll for vans has not moved since 2019, the board said.',
  'Per Aune turned the offer from the shipyard down. The price excludes the two anchors.',
].join('\n\n');
const objections = objectionsOn(TEXT);

test.each([
  'Torvik’s swing bridge was reopened to lorries.',
  'The harbour board sacked Ragna Holt in May.',
  'Ragna Holt refused to give the crews any pay.',
  'Smoked herring prices climbed in the autumn.',
  'The toll for vans was raised, according to the board.',
  'Per Aune took up the shipyard’s offer and accepted it.',
  'Two anchors are included in the price.',
])('what excludes what the article tells is not told: %s', (text) => {
  expect(objections(text)).toContain('direction');
});

test.each([
  'Torvik’s swing bridge was closed to lorries.',
  'Ragna Holt left the harbour board in May.',
  'Ragna Holt guaranteed the crews a month of pay.',
  'Smoked herring got cheaper as prices fell in the autumn.',
  'The toll for vans was not raised, according to the board.',
  'Per Aune did not accept the shipyard’s offer.',
  'The price does not include two anchors.',
])('another word of the same side, or a “not” before one of the other, is no opposite: %s', (text) => {
  expect(objections(text)).not.toContain('direction');
});
