import { expect, test } from 'vitest';
import { splitNames } from '../../src/read/page-authors.ts';

test('who took the pictures did not write the article', () => {
  expect(splitNames('Photographs by Ruan Hale; words by Minnie Cort')).toEqual(['Minnie Cort']);
  expect(splitNames('Story by Ada Rivers and Bo Lund Photographs by Cy Noor and Di Ott')).toEqual([
    'Ada Rivers',
    'Bo Lund',
  ]);
  expect(splitNames('By Ada Rivers | Illustrations by Cy Noor')).toEqual(['Ada Rivers']);
  expect(splitNames('Words and pictures by Ada Rivers')).toEqual(['Ada Rivers']);
  expect(splitNames('Photographs by Cy Noor')).toEqual([]);
});

test('a name that only looks like a label stays', () => {
  expect(splitNames('By Art Story and Tex Photon')).toEqual(['Art Story', 'Tex Photon']);
});
