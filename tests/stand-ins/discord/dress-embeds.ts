import { type Json, present, recordOf, recordsOf } from './json.ts';

/** Embeds as Discord gives them back: with their type, and every field says whether it is inline. */
export function dressEmbeds(embeds: readonly Json[]): readonly Json[] {
  return embeds.map((embed) =>
    present({
      ...embed,
      type: 'rich',
      author: embed.author == null ? null : present(recordOf(embed.author)),
      footer: embed.footer == null ? null : present(recordOf(embed.footer)),
      fields:
        embed.fields == null
          ? null
          : recordsOf(embed.fields).map(({ name, value, inline }) => ({ name, value, inline: inline === true })),
    }),
  );
}
