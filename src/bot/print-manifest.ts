import { Problem } from '#core/problem.ts';
import { slackManifest } from '#platforms/slack/manifest.ts';
import type { Settings } from '#settings.ts';
import { joinCommands } from './join-commands.ts';

/**
 * The Slack app's manifest as JSON: for Socket Mode, or over HTTP where it is asked for, or set up already.
 * @throws Problem `BAD_SETTINGS` where HTTP is asked for and nobody could reach it.
 */
export function printManifest(
  { slack, publicUrl, model }: Pick<Settings, 'slack' | 'publicUrl' | 'model'>,
  asksForHttp: boolean,
): string {
  if (asksForHttp && publicUrl === null)
    throw new Problem('BAD_SETTINGS', 'PUBLIC_URL: is missing; Slack sends its events there');
  const isHttp = asksForHttp || (slack !== null && slack.appToken === null);
  // Many workspaces come back to our pages after they have agreed, whichever way events come.
  return `${JSON.stringify(slackManifest(joinCommands(model !== null), { isHttp, publicUrl }), null, 2)}\n`;
}
