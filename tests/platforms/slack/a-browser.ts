import type { SlackStandIn } from '../../stand-ins/slack/stand-in.ts';

/** The browser of somebody who installs byline in a workspace. */
export function aBrowser(slack: SlackStandIn, url: string) {
  /** Opens our page, which leads to Slack; what Slack would be told, and what the browser keeps. */
  async function begin() {
    const page = await fetch(`${url}/slack/install`, { redirect: 'manual' });
    const to = new URL(page.headers.get('location') ?? '');
    const cookie = page.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return { to, cookie, state: to.searchParams.get('state') ?? '' };
  }
  /** Comes back from Slack with these words. */
  function comeBack(words: Readonly<Record<string, string>>, cookie: string) {
    return fetch(`${url}/slack/oauth_redirect?${new URLSearchParams(words)}`, {
      headers: { cookie },
      redirect: 'manual',
    });
  }
  return {
    begin,
    comeBack,
    async install(team: string, options?: { readonly isOrgWide?: boolean }) {
      const { to, cookie, state } = await begin();
      return { to, back: await comeBack({ code: slack.issueCode(team, options), state }, cookie) };
    },
  };
}
