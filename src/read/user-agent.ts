/** The name that a site's robots.txt can address (RFC 9309, section 2.2.1). */
export const ROBOT_NAME = 'byline';

/** Says who asks and why, in every request. A test holds the version to package.json. */
export const USER_AGENT = `${ROBOT_NAME}/0.1.0 (news briefing bot; reads a page when a reader asks for it)`;
