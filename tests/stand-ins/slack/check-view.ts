import { checkBlocks, type Surface } from './check-blocks.ts';
import { plain } from './check-objects.ts';
import { type Fields, fieldsIn, isFields } from './fields.ts';
import { complain, flag, object, oneOf, type Rule, text } from './shape.ts';

const MOST_BYTES = 250_000;

/** Blocks are checked by rules of their own. */
const anything: Rule = () => [];

const shared = { private_metadata: text(3000, 0), callback_id: text(255, 0), external_id: text(255, 0) };

const shapes: Readonly<Record<'modal' | 'home', Rule>> = {
  modal: object(
    { type: oneOf('modal'), title: plain(24), blocks: anything },
    {
      ...shared,
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: object({ type: oneOf('home'), blocks: anything }, shared),
};

/** Says what is wrong with a view for a method. Only views.publish takes a home, and it takes nothing else. */
export function checkView(view: unknown, surface: Exclude<Surface, 'message'>): readonly string[] {
  if (!isFields(view)) return complain('must provide an object', '/view');
  if (view.type !== surface) return complain(`unsupported type: ${String(view.type)}`, '/view/type');
  const wrong = [...shapes[surface](view, '/view'), ...checkBlocks(view.blocks, surface, '/view/blocks')];
  if (wrong.length > 0) return ['failed to match all allowed schemas [json-pointer:/view]', ...wrong];
  return surface === 'modal' ? wantsSubmit(view) : [];
}

/** A modal that asks for something needs a button to send it. */
function wantsSubmit(view: Fields): readonly string[] {
  const asks = fieldsIn(view.blocks).some((block) => block.type === 'input');
  return asks && view.submit === undefined ? complain('missing required field: submit', '/view') : [];
}

export const isTooLarge = (view: unknown): boolean => Buffer.byteLength(JSON.stringify(view) ?? '') > MOST_BYTES;
