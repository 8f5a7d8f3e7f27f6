import {
  actionId,
  confirm,
  dispatchConfig,
  filter,
  groups,
  markedOption,
  menu,
  option,
  placeholder,
  plain,
} from './check-objects.ts';
import { richTextParts } from './check-rich-text.ts';
import { address, all, flag, holds, list, matching, object, oneOf, type Rule, text, whole } from './shape.ts';

const acts = { action_id: actionId };
const asks = { ...acts, confirm };
const focuses = { focus_on_load: flag };
const hints = { ...focuses, placeholder };
const dispatches = { ...acts, ...hints, dispatch_action_config: dispatchConfig };
const many = { max_selected_items: whole(1, 100) };
const ids: Rule = list(1, 100, text(255));
const colour = oneOf('primary', 'danger');

const button: Rule = object(
  { type: oneOf('button'), text: plain(75) },
  { ...asks, value: text(2000), url: address(3000), style: colour, accessibility_label: text(75) },
);

const picture = (altMost: number): Rule =>
  all(
    object(
      { type: oneOf('image'), alt_text: text(altMost) },
      { image_url: address(3000), slack_file: object({}, { id: text(255), url: address() }) },
    ),
    holds(
      'must provide image_url or slack_file',
      (it) => (it.image_url !== undefined) !== (it.slack_file !== undefined),
    ),
  );

export const image: Rule = picture(2000);

const menus: Readonly<Record<string, Rule>> = {
  static_select: menu(
    object(
      { type: oneOf('static_select') },
      { ...asks, ...hints, options: list(1, 100, option()), option_groups: groups, initial_option: option() },
    ),
  ),
  multi_static_select: menu(
    object(
      { type: oneOf('multi_static_select') },
      {
        ...asks,
        ...hints,
        ...many,
        options: list(1, 100, option()),
        option_groups: groups,
        initial_options: list(1, 100, option()),
      },
    ),
  ),
  external_select: object(
    { type: oneOf('external_select') },
    { ...asks, ...hints, initial_option: option(), min_query_length: whole(0, 3000) },
  ),
  multi_external_select: object(
    { type: oneOf('multi_external_select') },
    { ...asks, ...hints, ...many, initial_options: list(1, 100, option()), min_query_length: whole(0, 3000) },
  ),
  users_select: object({ type: oneOf('users_select') }, { ...asks, ...hints, initial_user: text(255) }),
  multi_users_select: object({ type: oneOf('multi_users_select') }, { ...asks, ...hints, ...many, initial_users: ids }),
  conversations_select: object(
    { type: oneOf('conversations_select') },
    {
      ...asks,
      ...hints,
      initial_conversation: text(255),
      default_to_current_conversation: flag,
      filter,
      response_url_enabled: flag,
    },
  ),
  multi_conversations_select: object(
    { type: oneOf('multi_conversations_select') },
    { ...asks, ...hints, ...many, initial_conversations: ids, default_to_current_conversation: flag, filter },
  ),
  channels_select: object(
    { type: oneOf('channels_select') },
    { ...asks, ...hints, initial_channel: text(255), response_url_enabled: flag },
  ),
  multi_channels_select: object(
    { type: oneOf('multi_channels_select') },
    { ...asks, ...hints, ...many, initial_channels: ids },
  ),
};

const choices: Readonly<Record<string, Rule>> = {
  checkboxes: object(
    { type: oneOf('checkboxes'), options: list(1, 10, markedOption) },
    { ...asks, ...focuses, initial_options: list(1, 10, markedOption) },
  ),
  radio_buttons: object(
    { type: oneOf('radio_buttons'), options: list(1, 10, markedOption) },
    { ...asks, ...focuses, initial_option: markedOption },
  ),
};

const date = matching(/^\d{4}-\d{2}-\d{2}$/u, 'must be a date as YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/u, 'must be a time as HH:mm');

const pickers: Readonly<Record<string, Rule>> = {
  datepicker: object({ type: oneOf('datepicker') }, { ...asks, ...hints, initial_date: date }),
  timepicker: object({ type: oneOf('timepicker') }, { ...asks, ...hints, initial_time: time, timezone: text(255) }),
  datetimepicker: object(
    { type: oneOf('datetimepicker') },
    { ...asks, ...focuses, initial_date_time: whole(1_000_000_000, 9_999_999_999) },
  ),
};

const richInput: Rule = object(
  { type: oneOf('rich_text_input') },
  {
    ...dispatches,
    initial_value: object({ type: oneOf('rich_text'), elements: richTextParts }, { block_id: text(255) }),
    min_lines: whole(1, 100),
    max_lines: whole(1, 100),
  },
);

const overflow: Rule = object(
  { type: oneOf('overflow'), options: list(1, 5, option(plain(75), { url: address(3000) })) },
  asks,
);

/** What may stand in an actions block. */
export const actionElements: Readonly<Record<string, Rule>> = {
  button,
  overflow,
  rich_text_input: richInput,
  ...menus,
  ...choices,
  ...pickers,
};

/** What may stand beside the text of a section. */
export const accessories: Readonly<Record<string, Rule>> = {
  button,
  overflow,
  image,
  ...menus,
  ...choices,
  datepicker: pickers.datepicker ?? button,
  timepicker: pickers.timepicker ?? button,
};

/** What may stand in an input block. */
export const inputElements: Readonly<Record<string, Rule>> = {
  ...menus,
  ...choices,
  ...pickers,
  rich_text_input: richInput,
  plain_text_input: object(
    { type: oneOf('plain_text_input') },
    {
      ...dispatches,
      initial_value: text(3000, 0),
      multiline: flag,
      min_length: whole(0, 3000),
      max_length: whole(1, 3000),
    },
  ),
  email_text_input: object({ type: oneOf('email_text_input') }, { ...dispatches, initial_value: text(3000, 0) }),
  url_text_input: object({ type: oneOf('url_text_input') }, { ...dispatches, initial_value: text(3000, 0) }),
  number_input: object(
    { type: oneOf('number_input'), is_decimal_allowed: flag },
    { ...dispatches, initial_value: text(255), min_value: text(255), max_value: text(255) },
  ),
  file_input: object(
    { type: oneOf('file_input') },
    { ...acts, filetypes: list(1, 100, text(32)), max_files: whole(1, 10) },
  ),
};

const verdict = (most = 75): Rule =>
  object({ text: plain(most), value: text(2000) }, { accessibility_label: text(75) });

/** What may stand in a context_actions block. */
export const contextActionElements: Readonly<Record<string, Rule>> = {
  feedback_buttons: object(
    { type: oneOf('feedback_buttons'), positive_button: verdict(), negative_button: verdict() },
    acts,
  ),
  icon_button: object(
    { type: oneOf('icon_button'), icon: oneOf('trash'), text: plain(75) },
    { ...asks, value: text(2000), accessibility_label: text(75), visible_to_user_ids: ids },
  ),
};
