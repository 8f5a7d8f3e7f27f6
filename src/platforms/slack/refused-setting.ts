import { webApi } from '@slack/bolt';
import { asServiceProblem } from '#core/as-service-problem.ts';
import { Problem } from '#core/problem.ts';
import { problemOf } from './problem-of.ts';

/** The settings by which Slack lets byline in, and where each is found anew. */
const WHERE = {
  SLACK_BOT_TOKEN: 'copy the Bot User OAuth Token anew from the app’s page, under OAuth & Permissions',
  SLACK_APP_TOKEN:
    'make one with the scope connections:write on the app’s page, under Basic Information, App-Level Tokens',
} as const;

export type TokenSetting = keyof typeof WHERE;

/** Why Slack did not let byline in: `BAD_SETTINGS` that says by which setting, or `SERVICE_UNAVAILABLE` where Slack is away. */
export function refusedSetting(setting: TokenSetting, cause: unknown): Problem {
  const problem = asServiceProblem(problemOf(cause, false), 'Slack');
  if (problem.code === 'SERVICE_UNAVAILABLE') return problem;
  const word = cause instanceof webApi.WebAPIPlatformError ? cause.data.error : problem.message;
  return new Problem('BAD_SETTINGS', `Slack does not accept ${setting} (${word}): ${WHERE[setting]}`, { cause });
}
