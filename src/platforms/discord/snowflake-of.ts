/** 1 January 2015, where Discord's ids begin to count, in ms. */
const EPOCH_MS = 1_420_070_400_000;
const COUNTER_BITS = 22n;

/** When Discord made what bears this id. */
export function timeOf(snowflake: string): Date {
  return new Date(Number(BigInt(snowflake) >> COUNTER_BITS) + EPOCH_MS);
}

/** The smallest id that something made at this time can have. */
export function snowflakeOf(time: Date): string {
  return String(BigInt(Math.max(0, time.getTime() - EPOCH_MS)) << COUNTER_BITS);
}
