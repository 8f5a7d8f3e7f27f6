import { checkView, isTooLarge } from './check-view.ts';
import { type Fields, fieldsIn, isFields, textAt } from './fields.ts';
import { nameBlocks } from './message-body.ts';
import { Refusal } from './refusal.ts';
import type { StandInView } from './stand-in.ts';
import type { Triggers } from './triggers.ts';
import { type Call, type Method, speaksFor, wantText } from './web-call.ts';
import { APP, type World } from './world.ts';

/** A modal shows at most three views, one upon another. */
const MOST_STACKED = 3;

/** @throws Refusal if the view is not one that Slack takes here. */
function readView(args: Fields, surface: 'modal' | 'home'): Fields {
  const { view } = args;
  if (!isFields(view)) throw new Refusal('invalid_arguments', ['missing required field: view']);
  if (isTooLarge(view)) throw new Refusal('view_too_large');
  const wrong = checkView(view, surface);
  if (wrong.length > 0) throw new Refusal('invalid_arguments', wrong);
  return view;
}

/** A view as Slack gives it back: with ids and a hash, and what was left out as null or empty. */
function keepView(
  world: World,
  given: Fields,
  old: { readonly id: string; readonly team: string; readonly root: string; readonly previous: string | null },
): Fields {
  return {
    id: old.id,
    team_id: old.team,
    type: given.type,
    blocks: nameBlocks(world, fieldsIn(given.blocks)),
    private_metadata: given.private_metadata ?? '',
    callback_id: given.callback_id ?? '',
    external_id: given.external_id ?? '',
    state: { values: {} },
    hash: `${world.nextTs().split('.')[0]}.${world.nextId('h')}`,
    title: given.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    close: given.close ?? null,
    submit: given.submit ?? null,
    clear_on_close: given.clear_on_close ?? false,
    notify_on_close: given.notify_on_close ?? false,
    previous_view_id: old.previous,
    root_view_id: old.root,
    app_id: APP.appId,
    app_installed_team_id: old.team,
    bot_id: world.botIdOf(old.team),
  };
}

function showView(call: Call, triggers: Triggers, isPush: boolean): Fields {
  const { world, args } = call;
  const given = readView(args, 'modal');
  const trigger = triggers.exchange(wantText(args, 'trigger_id', 'invalid_trigger_id'));
  if (!speaksFor(world, call.caller, trigger.team)) throw new Refusal('invalid_trigger_id');
  const open = world.views.filter((one) => one.user === trigger.user);
  if (isPush && open.length >= MOST_STACKED) throw new Refusal('push_limit_reached');
  const id = world.nextId('V');
  const under = isPush ? open.at(-1) : undefined;
  const root = textAt(under?.view ?? {}, 'root_view_id') ?? id;
  const view = keepView(world, given, { id, team: trigger.team, root, previous: under?.id ?? null });
  world.views.push({ id, user: trigger.user, view });
  return { view };
}

export function viewMethods(triggers: Triggers): Readonly<Record<string, Method>> {
  return {
    'views.open': (call) => showView(call, triggers, false),
    'views.push': (call) => showView(call, triggers, true),
    'views.update': ({ world, args }) => {
      const id = textAt(args, 'view_id');
      const external = textAt(args, 'external_id');
      const at = world.views.findIndex(
        (one) => one.id === id || (external !== undefined && one.view.external_id === external),
      );
      const old = world.views[at];
      if (old === undefined) throw new Refusal('not_found');
      const hash = textAt(args, 'hash');
      const given = readView(args, 'modal');
      if (hash !== undefined && hash !== old.view.hash) throw new Refusal('hash_conflict');
      const view = keepView(world, given, {
        id: old.id,
        team: textAt(old.view, 'team_id') ?? '',
        root: textAt(old.view, 'root_view_id') ?? old.id,
        previous: textAt(old.view, 'previous_view_id') ?? null,
      });
      world.views[at] = { ...old, view };
      return { view };
    },
    'views.publish': ({ world, args, caller }) => {
      const user = wantText(args, 'user_id');
      const person = world.people.get(user);
      if (person === undefined || !speaksFor(world, caller, person.team)) throw new Refusal('user_not_found');
      const given = readView(args, 'home');
      const old: StandInView | undefined = world.homes.get(user);
      const hash = textAt(args, 'hash');
      if (hash !== undefined && old !== undefined && hash !== old.view.hash) throw new Refusal('hash_conflict');
      const id = old?.id ?? world.nextId('V');
      const view = keepView(world, given, { id, team: person.team, root: id, previous: null });
      world.homes.set(user, { id, user, view });
      return { view };
    },
  };
}
