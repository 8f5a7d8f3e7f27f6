import type { Issue } from './discord-error.ts';
import { type Json, listOf, numberOf, recordOf, recordsOf, textOf } from './json.ts';

export type Path = readonly (string | number)[];
export type Placed = { readonly component: Json; readonly path: Path };

/** Numbers of Discord's component types. */
export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

const STYLE = { link: 5, premium: 6 } as const;
const MOST_ROWS = 5;
const LINK_SCHEMES = ['http:', 'https:', 'discord:'];
const MEDIA_SCHEMES = ['http:', 'https:'];

/** The old kind: up to five rows of buttons, or of one select. The shape was checked before. */
export function checkComponents(value: unknown): readonly Issue[] {
  const rows = recordsOf(value);
  const wrong = rows.flatMap(({ type }, at) =>
    type === COMPONENT.row
      ? []
      : [
          {
            path: ['components', at, 'type'],
            code: 'UNION_TYPE_CHOICES',
            message:
              'Value of field "type" must be one of (1,): without the flag IS_COMPONENTS_V2 there are rows only.',
          },
        ],
  );
  const many: Issue[] =
    rows.length > MOST_ROWS
      ? [
          {
            path: ['components'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: `Must be between 1 and ${MOST_ROWS} in length.`,
          },
        ]
      : [];
  return [...wrong, ...many, ...checkEach(placed(value))];
}

/** The rules of single components, and those that hold among all of a message. */
export function checkEach(all: readonly Placed[]): readonly Issue[] {
  return [
    ...all.flatMap(({ component, path }) => checkOne(component, path)),
    ...repeated(all, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ...repeated(all, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
  ];
}

/** All components with their paths, however deep. */
export function placed(components: unknown, path: Path = ['components']): readonly Placed[] {
  return listOf(components).flatMap((item, at) => {
    const component = recordOf(item);
    const here = [...path, at];
    const accessory = component.accessory === undefined ? [] : [recordOf(component.accessory)];
    return [
      { component, path: here },
      ...placed(component.components, [...here, 'components']),
      ...accessory.map((one) => ({ component: one, path: [...here, 'accessory'] })),
    ];
  });
}

function checkOne(component: Json, path: Path): readonly Issue[] {
  switch (component.type) {
    case COMPONENT.row:
      return checkRow(recordsOf(component.components), path);
    case COMPONENT.button:
      return checkButton(component, path);
    case COMPONENT.stringSelect:
      return [...checkRange(component, path), ...checkOptions(component, path)];
    case COMPONENT.text:
      return textOf(component.content).trim() === '' ? [required([...path, 'content'])] : [];
    case COMPONENT.thumbnail:
      return checkMedia(component.media, [...path, 'media']);
    case COMPONENT.gallery:
      return recordsOf(component.items).flatMap(({ media }, at) => checkMedia(media, [...path, 'items', at, 'media']));
    case COMPONENT.file:
      return [
        { path: [...path, 'file'], code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message: 'Not found' },
      ];
    default:
      return checkRange(component, path);
  }
}

function checkRow(children: readonly Json[], path: Path): readonly Issue[] {
  const selects = children.filter(({ type }) => type !== COMPONENT.button).length;
  const isTooWide = selects > 1 || (selects === 1 && children.length > 1);
  const message = 'The specified component exceeds the maximum width';
  return isTooWide ? [{ path: [...path, 'components', 1], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }] : [];
}

function checkButton(button: Json, path: Path): readonly Issue[] {
  const has = (key: string) => button[key] != null && button[key] !== '';
  const issue = (key: string, code: string, message: string): Issue => ({ path: [...path, key], code, message });
  if (button.style === STYLE.premium)
    return ['custom_id', 'label', 'url', 'emoji']
      .filter(has)
      .map((key) => issue(key, 'BUTTON_COMPONENT_PREMIUM_EXCLUSIVE', 'A premium button has nothing but its sku_id'));
  const words =
    has('label') || has('emoji') ? [] : [issue('label', 'BASE_TYPE_REQUIRED', 'A button needs a label or an emoji')];
  if (button.style !== STYLE.link)
    return [
      ...words,
      ...(has('custom_id') ? [] : [issue('custom_id', 'BASE_TYPE_REQUIRED', 'This field is required')]),
      ...(has('url') ? [issue('url', 'BUTTON_COMPONENT_URL_NOT_ALLOWED', 'Only a link button has a url')] : []),
    ];
  const url = textOf(button.url);
  const scheme = url.split(/(?<=:)/)[0] ?? '';
  return [
    ...words,
    ...(has('url') ? [] : [issue('url', 'BASE_TYPE_REQUIRED', 'This field is required')]),
    ...(has('url') && !LINK_SCHEMES.includes(scheme.toLowerCase())
      ? [issue('url', 'URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" must be one of ('http', 'https', 'discord').`)]
      : []),
    ...(has('custom_id')
      ? [issue('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE', 'A custom id and url cannot both be specified')]
      : []),
  ];
}

function checkRange(select: Json, path: Path): readonly Issue[] {
  const [least, most] = [numberOf(select.min_values, 1), numberOf(select.max_values, 1)];
  const message = 'min_values must not be greater than max_values';
  return least > most
    ? [{ path: [...path, 'min_values'], code: 'SELECT_COMPONENT_MIN_GREATER_THAN_MAX', message }]
    : [];
}

function checkOptions(select: Json, path: Path): readonly Issue[] {
  const options = recordsOf(select.options);
  const values = options.map(({ value }) => value);
  const most = numberOf(select.max_values, 1);
  const twice = values.flatMap((value, at) =>
    values.indexOf(value) === at
      ? []
      : [
          {
            path: [...path, 'options', at, 'value'],
            code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            message: 'The specified option value is already used',
          },
        ],
  );
  const tooMany: Issue[] =
    most > options.length || numberOf(select.min_values, 1) > options.length
      ? [{ path: [...path, 'max_values'], code: 'SELECT_COMPONENT_MAX_VALUES', message: 'There are fewer options' }]
      : [];
  const chosen: Issue[] =
    options.filter((option) => option.default === true).length > most
      ? [{ path: [...path, 'options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message: 'Too many defaults' }]
      : [];
  const blank = options.flatMap((option, at) =>
    ['label', 'value']
      .filter((key) => textOf(option[key]) === '')
      .map((key) => required([...path, 'options', at, key])),
  );
  return [...twice, ...tooMany, ...chosen, ...blank];
}

function checkMedia(media: unknown, path: Path): readonly Issue[] {
  const url = textOf(recordOf(media).url);
  if (url === '') return [required([...path, 'url'])];
  if (url.startsWith('attachment://'))
    return [{ path, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message: 'Not found' }];
  const message = `Scheme of "${url}" must be one of ('http', 'https').`;
  return MEDIA_SCHEMES.some((scheme) => url.toLowerCase().startsWith(scheme))
    ? []
    : [{ path: [...path, 'url'], code: 'URL_TYPE_INVALID_SCHEME', message }];
}

function repeated(all: readonly Placed[], key: string, code: string, message: string): readonly Issue[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ component, path }) => {
    const value = component[key];
    // 0 is Discord's way to say that there is no id.
    if (value == null || value === 0) return [];
    if (seen.has(value)) return [{ path: [...path, key], code, message }];
    seen.add(value);
    return [];
  });
}

function required(path: Path): Issue {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}
