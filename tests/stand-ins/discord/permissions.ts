/** The bits of Discord's permissions that matter to a bot which posts. */
export const PERMISSIONS = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** What an invited bot usually has: it may read, post, embed and make threads, and it moderates nothing. */
export const USUAL_PERMISSIONS =
  PERMISSIONS.viewChannel |
  PERMISSIONS.sendMessages |
  PERMISSIONS.embedLinks |
  PERMISSIONS.readMessageHistory |
  PERMISSIONS.useApplicationCommands |
  PERMISSIONS.createPublicThreads |
  PERMISSIONS.sendMessagesInThreads;

export function isAllowed(granted: bigint, ...wanted: readonly bigint[]): boolean {
  return (granted & PERMISSIONS.administrator) !== 0n || wanted.every((bit) => (granted & bit) === bit);
}
