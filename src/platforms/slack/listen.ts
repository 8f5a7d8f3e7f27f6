import type { App } from '@slack/bolt';
import type { Hears } from '#core/chat.ts';
import { createIntake, type Intake } from './create-intake.ts';
import type { Workspaces } from './create-workspaces.ts';
import { listenToCommands } from './listen-to-commands.ts';
import { listenToEvents } from './listen-to-events.ts';
import { listenToPresses } from './listen-to-presses.ts';
import type { SlackOptions } from './options.ts';

/**
 * Hangs everything that byline hears on the app. Bolt holds whatever comes against every listener there is: with one for each
 * kind a crowd is acknowledged sooner.
 */
export function listen(
  app: App,
  hears: Hears,
  parts: { readonly workspaces: Workspaces; readonly onTrouble: SlackOptions['onTrouble'] },
): Pick<Intake, 'finish'> {
  const intake = createIntake(hears, parts.onTrouble);
  listenToCommands(app, intake);
  listenToPresses(app, intake, parts.onTrouble);
  listenToEvents(app, intake, hears, parts.workspaces);
  return intake;
}
