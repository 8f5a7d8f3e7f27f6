import { all, byType, complain, flag, holds, list, object, oneOf, type Rule, text } from './shape.ts';

/** The small objects that blocks and elements are made of. Lengths as Slack's reference has them. */

export const plain = (most: number): Rule => object({ type: oneOf('plain_text'), text: text(most) }, { emoji: flag });

const mrkdwn = (most: number): Rule => object({ type: oneOf('mrkdwn'), text: text(most) }, { verbatim: flag });

export const plainOrMrkdwn = (most: number): Rule => byType({ plain_text: plain(most), mrkdwn: mrkdwn(most) });

export const actionId: Rule = text(255);
export const blockId: Rule = text(255);

export const confirm: Rule = object(
  { text: plainOrMrkdwn(300) },
  { title: plain(100), confirm: plain(30), deny: plain(30), style: oneOf('primary', 'danger') },
);

const OPTION_VALUE = 150;
const OPTION_TEXT = 75;

/** An option of a menu. Its text is plain; only checkboxes and radio buttons may use mrkdwn. */
export const option = (label: Rule = plain(OPTION_TEXT), more: Readonly<Record<string, Rule>> = {}): Rule =>
  object({ text: label, value: text(OPTION_VALUE) }, { description: plain(OPTION_TEXT), ...more });

export const markedOption: Rule = object(
  { text: plainOrMrkdwn(OPTION_TEXT), value: text(OPTION_VALUE) },
  { description: plainOrMrkdwn(OPTION_TEXT) },
);

const optionGroup: Rule = object({ label: plain(75), options: list(1, 100, option()) });

/** A menu has options or groups of them, and not both. */
export const menu = (rule: Rule): Rule =>
  all(
    rule,
    holds(
      'must provide options or option_groups',
      (value) => (value.options !== undefined) !== (value.option_groups !== undefined),
    ),
  );

export const groups: Rule = list(1, 100, optionGroup);

export const placeholder: Rule = plain(150);

export const filter: Rule = all(
  object(
    {},
    {
      include: list(1, 4, oneOf('im', 'mpim', 'private', 'public')),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
  (value, at) => (JSON.stringify(value) === '{}' ? complain('must not be empty', at) : []),
);

export const dispatchConfig: Rule = object(
  {},
  { trigger_actions_on: list(1, 2, oneOf('on_enter_pressed', 'on_character_entered')) },
);
