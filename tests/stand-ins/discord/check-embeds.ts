import type { Issue } from './discord-error.ts';
import { type Json, lengthOf, recordOf, recordsOf, textOf } from './json.ts';

/** Over all embeds of a message, all their words together. */
const MOST_IN_ALL = 6000;
/** An embed needs one of these to show anything. */
const VISIBLE = ['title', 'description', 'author', 'footer', 'fields', 'image', 'thumbnail', 'video', 'provider'];
const SCHEMES = ['http:', 'https:', 'attachment:'];

/** What Discord asks of embeds beyond the shape. */
export function checkEmbeds(value: unknown): readonly Issue[] {
  const embeds = recordsOf(value);
  const size = embeds.map(sizeOf).reduce((sum, one) => sum + one, 0);
  const tooLarge: Issue[] =
    size > MOST_IN_ALL
      ? [
          {
            path: ['embeds'],
            code: 'MAX_EMBED_SIZE_EXCEEDED',
            message: `Embed size exceeds maximum size of ${MOST_IN_ALL}`,
          },
        ]
      : [];
  return [...tooLarge, ...embeds.flatMap((embed, at) => checkEmbed(embed, ['embeds', at]))];
}

function checkEmbed(embed: Json, path: readonly (string | number)[]): readonly Issue[] {
  const required = (...more: readonly (string | number)[]): Issue => ({
    path: [...path, ...more],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  });
  const isVisible = VISIBLE.some((key) => embed[key] != null && embed[key] !== '');
  const fields = recordsOf(embed.fields).flatMap((field, at) =>
    ['name', 'value'].filter((key) => textOf(field[key]).trim() === '').map((key) => required('fields', at, key)),
  );
  const urls = [
    ['url', embed.url],
    ['image', recordOf(embed.image).url],
    ['thumbnail', recordOf(embed.thumbnail).url],
  ] as const;
  const schemes = urls.flatMap(([key, url]) =>
    typeof url !== 'string' || SCHEMES.some((scheme) => url.startsWith(scheme))
      ? []
      : [
          {
            path: [...path, key],
            code: 'URL_TYPE_INVALID_SCHEME',
            message: `Scheme of "${url}" must be http or https.`,
          },
        ],
  );
  return [...(isVisible ? [] : [required('description')]), ...fields, ...schemes];
}

function sizeOf(embed: Json): number {
  const fields = recordsOf(embed.fields).flatMap(({ name, value }) => [name, value]);
  const words = [embed.title, embed.description, recordOf(embed.author).name, recordOf(embed.footer).text, ...fields];
  return words.reduce<number>((sum, word) => sum + lengthOf(word), 0);
}
