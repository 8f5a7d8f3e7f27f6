import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { sentencesAt } from '../read-passages.ts';

/** The names of the sources that are mentioned in each sentence, pronouns too, as stems. */
export function wordsOfMentions({ sentences, language }: Article, { sources }: Testimony): Map<number, string[]> {
  const bySentence = new Map<number, string[]>();
  for (const { name, role, mentions, kind } of sources) {
    if (kind === 'unstated') continue;
    const words = contentWords(`${name} ${role ?? ''}`, language);
    for (const place of new Set(mentions.flatMap((mention) => sentencesAt(sentences, mention)))) {
      bySentence.set(place, [...(bySentence.get(place) ?? []), ...words]);
    }
  }
  return bySentence;
}
