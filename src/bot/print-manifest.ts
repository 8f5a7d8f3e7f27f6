import { slackManifest } from '#platforms/slack/manifest.ts';
import { type Settings, settingsProblem } from '#settings.ts';
import { joinCommands } from './join-commands.ts';

/**
 * The Slack app's manifest as JSON: for Socket Mode, or over HTTP where it is asked for, or set up already. `note`: what whoever
 * asked may wonder at, on a line of its own; or null.
 * @throws Problem `BAD_SETTINGS` where HTTP is asked for and nobody could reach it.
 */
export function printManifest(
  { slack, publicUrl, model }: Pick<Settings, 'slack' | 'publicUrl' | 'model'>,
  asksForHttp: boolean,
): { readonly manifest: string; readonly note: string | null } {
  const isOverHttp = asksForHttp || (slack !== null && slack.signingSecret !== null && slack.appToken === null);
  if (asksForHttp && publicUrl === null)
    throw settingsProblem([{ name: 'PUBLIC_URL', words: 'is missing; Slack sends its events there' }]);
  const isHttp = isOverHttp && publicUrl !== null;
  // Many workspaces come back to our pages after they have agreed, whichever way events come.
  const where = { isHttp, publicUrl, managers: slack?.managers ?? 'everyone' };
  const manifest = slackManifest(joinCommands(model !== null), where);
  return { manifest: `${JSON.stringify(manifest, null, 2)}\n`, note: isOverHttp && !isHttp ? NO_ADDRESS : null };
}

const NO_ADDRESS =
  'This manifest is for Socket Mode: SLACK_SIGNING_SECRET is set, but not PUBLIC_URL, where Slack would send its events over HTTP.\n';
