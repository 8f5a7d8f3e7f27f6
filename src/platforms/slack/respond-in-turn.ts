/** Slack says "too often" to one address after a few messages a second. Bolt does not hand on for how long; so it is tried later and later. */
const WAITS_MS = [1_000, 3_000, 8_000];
const TOO_OFTEN = 429;

/** Sends messages to one person one after another; one that came too early is sent again, all others fail as they do. */
export async function respondInTurn<T>(
  whispers: readonly T[],
  respond: (whisper: T) => Promise<unknown>,
  pause: (ms: number) => Promise<unknown> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<void> {
  for (const whisper of whispers) await sendWithPatience(() => respond(whisper), pause);
}

async function sendWithPatience(send: () => Promise<unknown>, pause: (ms: number) => Promise<unknown>): Promise<void> {
  for (const waitMs of WAITS_MS) {
    try {
      await send();
      return;
    } catch (cause) {
      if (!isTooOften(cause)) throw cause;
      await pause(waitMs);
    }
  }
  await send();
}

/** Bolt's `RespondError` bears the status that Slack answered with. */
function isTooOften(cause: unknown): boolean {
  return cause instanceof Error && 'statusCode' in cause && cause.statusCode === TOO_OFTEN;
}
