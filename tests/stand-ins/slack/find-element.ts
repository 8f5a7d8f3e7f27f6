import { type Fields, fieldsAt, fieldsIn, isFields, textAt } from './fields.ts';
import type { Chosen } from './world.ts';

export type Found = { readonly block: Fields; readonly element: Fields; readonly option?: Fields };

/** The elements of a block that can be used. */
function elementsIn(block: Fields): readonly Fields[] {
  const single = [block.accessory, block.element].filter(isFields);
  return [...single, ...fieldsIn(block.elements)];
}

const labelOf = (element: Fields): string | undefined => textAt(fieldsAt(element, 'text'), 'text');

const optionsOf = (element: Fields): readonly Fields[] => [
  ...fieldsIn(element.options),
  ...fieldsIn(element.option_groups).flatMap((group) => fieldsIn(group.options)),
];

/** The button that people see under this label. */
export function findButton(blocks: readonly Fields[], label: string): Found | undefined {
  for (const block of blocks)
    for (const element of elementsIn(block)) {
      if (element.type === 'button' && labelOf(element) === label) return { block, element };
      const verdict = [element.positive_button, element.negative_button]
        .filter(isFields)
        .find((one) => labelOf(one) === label);
      if (verdict !== undefined) return { block, element: { ...element, ...verdict } };
    }
  return undefined;
}

/** The select or menu that has an option with this label. */
export function findOption(blocks: readonly Fields[], label: string): Found | undefined {
  for (const block of blocks)
    for (const element of elementsIn(block)) {
      const option = optionsOf(element).find((one) => labelOf(one) === label);
      if (option !== undefined) return { block, element, option };
    }
  return undefined;
}

/** All labels, for the message of a test that looked for another. */
export const labelsIn = (blocks: readonly Fields[]): readonly string[] =>
  blocks.flatMap((block) =>
    elementsIn(block).flatMap((element) => [element, ...optionsOf(element)].flatMap((one) => labelOf(one) ?? [])),
  );

const HAS_STATE = /_select$|^(?:checkboxes|radio_buttons|datepicker|timepicker|datetimepicker)$|_input$/u;

const emptyState = (element: Fields): Fields => {
  const type = String(element.type);
  if (type === 'static_select' || type === 'radio_buttons' || type === 'external_select')
    return { type, selected_option: element.initial_option ?? null };
  if (type === 'checkboxes' || type.startsWith('multi_'))
    return { type, selected_options: element.initial_options ?? [] };
  return { type, value: element.initial_value ?? null };
};

/** The state of everything that can be chosen or filled in, as Slack sends it with each action. */
export function stateOf(blocks: readonly Fields[], where: string, chosen: Chosen): Fields {
  const values = blocks.flatMap((block): [string, Fields][] => {
    const entries = elementsIn(block).flatMap((element): [string, Fields][] => {
      const id = textAt(element, 'action_id');
      if (id === undefined || !HAS_STATE.test(String(element.type))) return [];
      return [[id, chosen.get(where)?.get(`${block.block_id} ${id}`) ?? emptyState(element)]];
    });
    return entries.length === 0 ? [] : [[String(block.block_id), Object.fromEntries(entries)]];
  });
  return { values: Object.fromEntries(values) };
}
