import type { HTTPReceiverOptions } from '@slack/bolt';
import { plainText } from '#core/plain-text.ts';
import { INSTALL_PATH } from './paths.ts';

type Callbacks = Required<NonNullable<NonNullable<HTTPReceiverOptions['installerOptions']>['callbackOptions']>>;
type Page = {
  readonly title: string;
  readonly words: string;
  readonly link: readonly [address: string, label: string];
};

const BEGIN: Page['link'] = [INSTALL_PATH, 'Begin again'];
const CANCELLED: Page = {
  title: 'Not installed',
  words: 'The installation was cancelled in Slack, and nothing was kept.',
  link: BEGIN,
};
const NOT_BEGUN_HERE: Page = {
  title: 'Not installed',
  words: 'An installation ends in the browser in which it began, within ten minutes; this one did not begin there.',
  link: BEGIN,
};
const FAILED: Page = {
  title: 'Not installed',
  words: 'Something went wrong on the way; whoever runs byline finds in its log what it was.',
  link: BEGIN,
};

/** Where an installation that Slack granted ends. */
export const showInstalled: Callbacks['success'] = (
  { team, appId = '', isEnterpriseInstall, ...more },
  _,
  __,
  response,
) => {
  const address = isEnterpriseInstall
    ? `${more.enterpriseUrl}manage/organization/apps/profile/${appId}/workspaces/add`
    : `slack://app?team=${team?.id}&id=${appId}`;
  const words = isEnterpriseInstall
    ? 'byline is installed in your organization. Add it to the workspaces that want it; then it is invited to a channel with /invite @byline.'
    : `byline is installed${team?.name === undefined ? '' : ` in ${team.name}`}. Invite it to a channel with /invite @byline, and try /brief with the address of an article.`;
  const label = isEnterpriseInstall ? 'Choose workspaces' : 'Open Slack';
  send(response, 200, { title: 'byline is installed', words, link: [address, label] });
};

/** Where every other one ends: in words, and with nothing of what went wrong that is nobody else's business. */
export const showNotInstalled: Callbacks['failure'] = ({ code }, _, __, response) => {
  if (code === 'slack_oauth_installer_authorization_error') return send(response, 400, CANCELLED);
  const isStrange = ['slack_oauth_missing_state', 'slack_oauth_invalid_state', 'slack_oauth_missing_code'].includes(
    code,
  );
  return isStrange ? send(response, 400, NOT_BEGUN_HERE) : send(response, 500, FAILED);
};

type Response = Parameters<Callbacks['failure']>[3];

function send(response: Response, status: number, { title, words, link: [address, label] }: Page): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(`<!doctype html>
<html lang="en" class="passages">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${escapeSigns(title)}</title>
<link rel="icon" href="/assets/byline.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/byline.css">
</head>
<body>
<header class="masthead"><p><strong>byline</strong></p></header>
<main><h1 class="card-title">${escapeSigns(title)}</h1><p>${escapeSigns(words)}</p><p><a href="${escapeSigns(address)}">${escapeSigns(label)}</a></p></main>
</body>
</html>
`);
}

/** A workspace's name comes from outside. */
function escapeSigns(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return plainText(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
