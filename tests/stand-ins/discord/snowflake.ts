/** 1 January 2015, where Discord's ids start to count. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/** Makes ids that grow, as Discord's do: the time in ms, then a counter. */
export function createSnowflakes(): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(Date.now()) - DISCORD_EPOCH_MS) << 22n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}

export function isSnowflake(text: string): boolean {
  return /^(?:0|[1-9]\d{0,19})$/.test(text);
}
