/** How one statement is marked. `content`: exact pieces of the text, in order; the marking rules are in README.md. */
export type GoldAttribution = {
  readonly content: readonly string[];
  readonly speaker: string;
  readonly named: boolean;
  readonly kind: string;
  readonly role: string | null;
  readonly via: readonly string[];
  readonly verb: string;
  readonly form: string;
  readonly hedge: string | null;
  readonly stance: string;
};

export type GoldQuestion = { readonly q: string; readonly answerable: boolean; readonly evidence: readonly string[] };

/** A sentence about the article. A corrupted one differs from what the article says in one respect, its `kind`. */
type GoldClaim = {
  readonly text: string;
  /** Whom it credits. */
  readonly speaker: string | null;
  /** What it has in quotation marks. */
  readonly quote: string | null;
  readonly faithful: boolean;
  readonly kind: string;
};

/** An article of ours with what a careful reader finds in it. `sides` hold indexes into `attributions`. */
export type GoldArticle = {
  readonly slug: string;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published: string;
  /** BCP 47; 'en' where the file does not say. */
  readonly language: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  /** Titles, nicknames, terms and scare quotes: words in marks that nobody is quoted with. */
  readonly notQuotes: readonly string[];
  readonly keySentences: readonly string[];
  readonly disagreements: readonly { readonly about: string; readonly sides: readonly (readonly number[])[] }[];
  readonly questions: readonly GoldQuestion[];
  readonly claims: readonly GoldClaim[];
};

const KINDS = ['person', 'organization', 'group', 'document', 'unstated'];
const FORMS = ['direct', 'mixed', 'indirect'];
/** How a claim is wrong, or that it is not. */
const CLAIM_KINDS = [
  ...['faithful', 'unsupported', 'number', 'negation', 'status', 'direction', 'hedge-dropped', 'outlet-dropped'],
  ...['speaker-swap', 'name-swap', 'quote-altered', 'conflict-merged'],
];
const STANCES = ['asserts', 'denies', 'declines'];

/** The edge: a JSON value to a marked article. Throws an Error that names the article and the field which is wrong. */
export function parseGold(value: unknown, article: string): GoldArticle {
  const at = reader(value, article, '');
  return {
    slug: at.text('slug'),
    title: at.text('title'),
    outlet: at.text('outlet'),
    url: at.text('url'),
    published: at.text('published'),
    language: at.textOr('language', 'en'),
    text: at.text('text'),
    attributions: at.list('attributions').map((item) => ({
      content: item.texts('content'),
      speaker: item.text('speaker'),
      named: item.truth('named'),
      kind: item.oneOf('kind', KINDS),
      role: item.textOrNull('role'),
      via: item.texts('via'),
      verb: item.text('verb'),
      form: item.oneOf('form', FORMS),
      hedge: item.textOrNull('hedge'),
      stance: item.oneOf('stance', STANCES),
    })),
    notQuotes: at.texts('notQuotes'),
    keySentences: at.texts('keySentences'),
    disagreements: at
      .list('disagreements')
      .map((item) => ({ about: item.text('about'), sides: item.indexes('sides') })),
    questions: at.list('questions').map((item) => ({
      q: item.text('q'),
      answerable: item.truth('answerable'),
      evidence: item.texts('evidence'),
    })),
    claims: at.list('claims').map((item) => ({
      text: item.text('text'),
      speaker: item.textOrNull('speaker'),
      quote: item.textOrNull('quote'),
      faithful: item.truth('faithful'),
      kind: item.oneOf('kind', CLAIM_KINDS),
    })),
  };
}

type Reader = {
  readonly text: (field: string) => string;
  readonly textOrNull: (field: string) => string | null;
  /** The text, or `absent` where there is no such field. */
  readonly textOr: (field: string, absent: string) => string;
  readonly truth: (field: string) => boolean;
  readonly oneOf: (field: string, allowed: readonly string[]) => string;
  readonly texts: (field: string) => string[];
  readonly indexes: (field: string) => number[][];
  readonly list: (field: string) => Reader[];
};

function reader(value: unknown, article: string, path: string): Reader {
  const get = (field: string): unknown => (isRecord(value) ? value[field] : undefined);
  const fail = (field: string, wanted: string): never => {
    throw new Error(`${article}: the field ${path}${field} must be ${wanted}`);
  };
  const array = (field: string): unknown[] => {
    const found = get(field);
    return Array.isArray(found) ? found : fail(field, 'a list');
  };
  const text = (field: string): string => {
    const found = get(field);
    return typeof found === 'string' && found !== '' ? found : fail(field, 'a text that is not empty');
  };
  return {
    text,
    textOrNull: (field) => (get(field) === null ? null : text(field)),
    textOr: (field, absent) => (get(field) === undefined ? absent : text(field)),
    truth: (field) => {
      const found = get(field);
      return typeof found === 'boolean' ? found : fail(field, 'true or false');
    },
    oneOf: (field, allowed) => {
      const found = text(field);
      return allowed.includes(found) ? found : fail(field, `one of ${allowed.join(', ')}`);
    },
    texts: (field) =>
      array(field).map((item) => (typeof item === 'string' && item !== '' ? item : fail(field, 'a list of texts'))),
    indexes: (field) =>
      array(field).map((side) =>
        Array.isArray(side) && side.every((index) => Number.isInteger(index))
          ? side.map(Number)
          : fail(field, 'lists of whole numbers'),
      ),
    list: (field) => array(field).map((item, index) => reader(item, article, `${path}${field}[${index}].`)),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
