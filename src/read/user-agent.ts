/** The name that a site's robots.txt can address (RFC 9309, section 2.2.1). */
export const ROBOT_NAME = 'byline';

/** A test holds the version to package.json. */
const NAME = `${ROBOT_NAME}/0.1.0`;

/** Says who asks and why, in every request for a page. */
export const USER_AGENT = `${NAME} (news briefing bot; reads a page when a reader asks for it)`;

/** The same for a feed: how many channels it is read for, and where the operator can be found. */
export function feedUserAgent(options: {
  readonly subscribers?: number | undefined;
  readonly contact?: string | null | undefined;
}): string {
  const { subscribers = 0, contact = null } = options;
  const parts = [
    ...(contact === null ? [] : [`+${contact}`]),
    'news briefing bot; reads feeds for the channels that follow them',
    ...(subscribers > 0 ? [`${subscribers} ${subscribers === 1 ? 'subscriber' : 'subscribers'}`] : []),
  ];
  return `${NAME} (${parts.join('; ')})`;
}
