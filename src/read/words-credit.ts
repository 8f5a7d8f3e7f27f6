import labels from './data/credit-labels.json' with { type: 'json' };

const WORDS = new Set<string>(labels.words);
const LABELS = [...labels.words, ...labels.pictures].join('|');
/** "Photographs by", "; words and pictures by". */
const LABEL = new RegExp(
  String.raw`(?:^|[\s;,|·•/(]+(?:and\s)?)((?:${LABELS})(?:(?:\s?&\s?|\s?,\s?|\sand\s)(?:${LABELS}))*)\sby:?\s`,
  'gi',
);

/** Of a line of credits those who wrote: of "Photographs by Ruan Hale; words by Minnie Cort" the last. A line without such labels as it is. */
export function wordsCredit(line: string): string {
  const labelled = [...line.matchAll(LABEL)];
  const [first] = labelled;
  if (first === undefined) return line;
  const written = labelled.flatMap((label, i) => {
    const isWritten = (label[1] ?? '')
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => WORDS.has(word));
    return isWritten ? [line.slice(label.index + label[0].length, labelled[i + 1]?.index)] : [];
  });
  return [line.slice(0, first.index), ...written].filter((part) => part.trim() !== '').join(', ');
}
