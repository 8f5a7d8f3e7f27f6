import type { Article } from '#core/article.ts';
import { once } from '#core/once.ts';
import { contentWords } from '#language/content-words.ts';
import type { Figure } from '#language/find-figures.ts';
import { figuresOf } from './figures-of.ts';
import { joinFigures } from './join-figures.ts';

/** A figure and the content words around it: `counted` is the one right after it ("places" of "14 places"). */
export type PlacedFigure = Figure & { readonly counted: string | null; readonly near: ReadonlySet<string> };

/** UTF-16 units on either side in which words say what a figure is about: some six words. */
const REACH = 40;

/** Figures of an article. A text that has been through a tokeniser gives them in both readings. */
export function placeFigures({ text, language }: Article): PlacedFigure[] {
  const joined = joinFigures(text);
  const figures = placeIn(text, language);
  return joined === text ? figures : [...figures, ...placeIn(joined, language)];
}

/** Figures of any text, by place. The words around each are read when they are asked for: few figures have a rival. */
export function placeIn(text: string, language: string): PlacedFigure[] {
  return figuresOf(text, language).map((figure) => {
    const { start, end } = figure.span;
    const after = once(() => wholeWords(text.slice(end, end + REACH), 'first'));
    const before = once(() => wholeWords(text.slice(Math.max(0, start - REACH), start), 'last'));
    const counted = once(() => {
      const following = /^[\s-]{1,3}([\p{L}\p{M}]+)/u.exec(after())?.[1] ?? '';
      return contentWords(following, language)[0] ?? null;
    });
    const near = once(() => new Set([...contentWords(before(), language), ...contentWords(after(), language)]));
    return {
      ...figure,
      get counted() {
        return counted();
      },
      get near() {
        return near();
      },
    };
  });
}

/** Without the word that the window cuts. */
function wholeWords(window: string, keep: 'first' | 'last'): string {
  if (window.length < REACH) return window;
  return keep === 'first' ? window.slice(0, window.search(/\S*$/u)) : window.slice(window.search(/\s|$/u));
}
