import type { Briefing } from '#core/briefing.ts';
import type { Block, Button } from '#core/card.ts';

/** What a reader can do next with a briefing. `page`: the address of its passages page, where there is one. */
export function briefingButtons(briefing: Briefing, slug: string, page: string | null): Block {
  const { url } = briefing.article;
  const passages: Button =
    page === null
      ? { label: 'Show passages', press: { action: 'passages', briefing: slug, source: null } }
      : { label: 'Show passages', open: page };
  const article: Button[] = url !== null && /^https?:\/\//i.test(url) ? [{ label: 'Open article', open: url }] : [];
  return {
    kind: 'buttons',
    buttons: [
      { label: 'Who says what', press: { action: 'cited', briefing: slug, source: null } },
      passages,
      ...article,
    ],
  };
}
