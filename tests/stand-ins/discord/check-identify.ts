import { isRecord, type Json, listOf, numberOf } from './json.ts';
import { INTENTS, type World } from './world.ts';

/** GUILD_MEMBERS and GUILD_PRESENCES: nobody granted them to this app. */
const NEVER_GRANTED = (1 << 1) | (1 << 8);
const ALL_INTENTS = 2 ** 26 - 1;

/** Close codes and words of Discord's gateway. */
export const REFUSALS = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid seq.'],
  rateLimited: [4008, 'Rate limited.'],
  invalidShard: [4010, 'Invalid shard.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const;

type Refusal = (typeof REFUSALS)[keyof typeof REFUSALS];
type Identity = { readonly shard: number; readonly shardCount: number; readonly intents: number };

/** Who identifies, or why the gateway hangs up. */
export function checkIdentify(world: World, data: Json): Identity | { readonly refusal: Refusal } {
  if (data.token !== world.token) return { refusal: REFUSALS.authenticationFailed };
  if (!isRecord(data.properties)) return { refusal: REFUSALS.decodeError };
  const [shard = -1, shardCount = -1] =
    data.shard === undefined ? [0, 1] : listOf(data.shard).map((part) => numberOf(part, -1));
  if (shard < 0 || shard >= shardCount) return { refusal: REFUSALS.invalidShard };
  const intents = numberOf(data.intents, -1);
  if (intents < 0 || intents > ALL_INTENTS) return { refusal: REFUSALS.invalidIntents };
  const wantsContent = (intents & INTENTS.messageContent) !== 0;
  if ((intents & NEVER_GRANTED) !== 0 || (wantsContent && !world.grantsMessageContent))
    return { refusal: REFUSALS.disallowedIntents };
  return { shard, shardCount, intents };
}
