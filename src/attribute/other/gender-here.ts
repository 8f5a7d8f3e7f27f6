import { type Gender, genderOf } from '../noun-kind.ts';

/** First names that an English list knows as the other gender's. */
const MASCULINE: Readonly<Record<string, RegExp>> = {
  fr: /^(?:jean|michel|noël|gaël|joël|rené|pascal|valéry|loïc)$/,
  it: /^(?:andrea|simone|nicola|michele|gabriele|daniele|luca|mattia|elia|pasquale|emanuele|raffaele)$/,
  nl: /^(?:jan|anne-jan|joan|jean|michel|sjef|bauke|jelle|sybren|wiebe)$/,
  de: /^(?:jan|kai|uwe|heike-jan|jean|janne)$/,
};
const FEMININE: Readonly<Record<string, RegExp>> = {
  fr: /^(?:laurence|florence|solène|maud)$/,
  de: /^(?:andrea|simone|nicola|gabriele|michele|maike|heike|elke|anke|silke)$/,
  es: /^(?:andrea|rosario|consuelo|pilar|mercedes|dolores)$/,
};

/** A first name's gender in the article's language: "Jean" and "Andrea" are a man's in some and a woman's in others. */
export function genderHere(language: string, name: string): Gender | null {
  if (MASCULINE[language]?.test(name) === true) return 'masculine';
  return FEMININE[language]?.test(name) === true ? 'feminine' : genderOf(name);
}
