import { COMPONENT, checkEach, placed } from './check-components.ts';
import { httpRefusal, type Issue } from './discord-error.ts';
import { type Json, lengthOf, listOf, textOf } from './json.ts';

const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'];
const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;
/** Nobody documents this one: beyond it the API answers 500 (discord-api-docs issue 8554). */
const MOST_BYTES = 10_170;
const BYTES_A_TEXT = 12;

/**
 * Components V2: everything that shows is a component.
 * @throws DiscordError 500, as Discord does when the texts have too many bytes
 */
export function checkComponentsV2(message: Json): readonly Issue[] {
  const all = placed(message.components);
  const texts = all
    .filter(({ component }) => component.type === COMPONENT.text)
    .map(({ component }) => textOf(component.content));
  const legacy = LEGACY.filter((key) => message[key] != null && message[key] !== '' && !isEmptyList(message[key]));
  const issues: readonly Issue[] = [
    ...legacy.map((key) => ({
      path: [key],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    })),
    ...(all.length > MOST_COMPONENTS
      ? [
          {
            path: ['components'],
            code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            message: `The message cannot have more than ${MOST_COMPONENTS} components, has ${all.length}`,
          },
        ]
      : []),
    ...(sum(texts.map(lengthOf)) > MOST_TEXT
      ? [
          {
            path: ['components'],
            code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: `Component displayable text size exceeds maximum size of ${MOST_TEXT}`,
          },
        ]
      : []),
    ...checkEach(all),
  ];
  const bytes = sum(texts.map((text) => Buffer.byteLength(text) + BYTES_A_TEXT));
  if (issues.length === 0 && bytes > MOST_BYTES) throw httpRefusal(500, 'Internal Server Error');
  return issues;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && listOf(value).length === 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
