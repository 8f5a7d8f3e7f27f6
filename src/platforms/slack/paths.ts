/** Where events, commands and interactions come in over HTTP. */
export const EVENTS_PATH = '/slack/events';
/** Where whoever installs byline begins, and where Slack sends them back to. */
export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';
