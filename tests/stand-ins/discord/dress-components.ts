import { isRecord, type Json, listOf, present, recordOf, recordsOf } from './json.ts';

/** What Discord fills in where the app said nothing, by the component's type. */
const DEFAULTS: Readonly<Record<number, Json>> = {
  3: { min_values: 1, max_values: 1 },
  5: { min_values: 1, max_values: 1 },
  6: { min_values: 1, max_values: 1 },
  7: { min_values: 1, max_values: 1 },
  8: { min_values: 1, max_values: 1 },
  11: { spoiler: false },
  14: { spacing: 1, divider: true },
  17: { spoiler: false },
};

/** Keys that are there even when they are null. */
const NULLABLE: Readonly<Record<number, Json>> = { 11: { description: null }, 17: { accent_color: null } };

/** Components as Discord gives them back: each has an id (the app's own ones first), and media were fetched. */
export function dressComponents(components: readonly Json[], nextId: () => string): readonly Json[] {
  const taken = new Set(idsIn(components));
  let last = 0;
  const nextNumber = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };

  function dress(component: Json): Json {
    const type = Number(component.type);
    const id = typeof component.id === 'number' && component.id !== 0 ? component.id : nextNumber();
    return {
      ...NULLABLE[type],
      ...present({
        ...DEFAULTS[type],
        ...present(component),
        id,
        media: isRecord(component.media) ? fetched(component.media) : null,
        file: isRecord(component.file) ? fetched(component.file) : null,
        items: component.items === undefined ? null : recordsOf(component.items).map(dressItem),
        options: component.options === undefined ? null : recordsOf(component.options).map(present),
        components: component.components === undefined ? null : recordsOf(component.components).map(dress),
        accessory: isRecord(component.accessory) ? dress(component.accessory) : null,
      }),
    };
  }

  function dressItem(item: Json): Json {
    return { description: null, spoiler: false, ...present(item), media: fetched(recordOf(item.media)) };
  }

  function fetched(media: Json): Json {
    return { id: nextId(), url: media.url, proxy_url: media.url };
  }

  return components.map(dress);
}

function idsIn(components: unknown): readonly number[] {
  return listOf(components).flatMap((item) => {
    const { id, components: inner, accessory } = recordOf(item);
    return [
      ...(typeof id === 'number' ? [id] : []),
      ...idsIn(inner),
      ...idsIn(accessory === undefined ? [] : [accessory]),
    ];
  });
}
