import { readFields } from './field-kinds.ts';
import { LANGUAGE_FIELDS, type Words } from './language-fields.ts';
import da from './languages/da.json' with { type: 'json' };
import de from './languages/de.json' with { type: 'json' };
import es from './languages/es.json' with { type: 'json' };
import fr from './languages/fr.json' with { type: 'json' };
import it from './languages/it.json' with { type: 'json' };
import nb from './languages/nb.json' with { type: 'json' };
import nl from './languages/nl.json' with { type: 'json' };
import pt from './languages/pt.json' with { type: 'json' };
import sv from './languages/sv.json' with { type: 'json' };

export type { Words } from './language-fields.ts';

/** One line for each language. */
const FILES: Readonly<Record<string, unknown>> = { da, de, es, fr, it, nb, nl, no: nb, pt, sv };

/** The words of a language's file. Throws a LanguageFileError that names the field which is wrong. */
export function readLanguage(language: string, file: unknown): Words {
  return { language, ...readFields(LANGUAGE_FIELDS, file, `languages/${language}.json`) };
}

const LANGUAGES: ReadonlyMap<string, Words> = new Map(
  Object.entries(FILES).map(([language, file]) => [language, readLanguage(language, file)]),
);

/** The words of a language ("de", "pt-BR"); null for one without a file. */
export function wordsOf(language: string): Words | null {
  return LANGUAGES.get(language.split('-')[0] ?? '') ?? null;
}
