import type { Clock } from '#core/clock.ts';
import { createRecent } from './create-recent.ts';
import { TOKEN_LIVES_MS } from './limits.ts';

/**
 * How an interaction was acknowledged. `open`: all will see what answers it; `private`: the asker alone; `void`: Discord knows it
 * no more; `unknown`: nobody can tell.
 */
export type Acknowledgement = 'open' | 'private' | 'void' | 'unknown';

/** The outbox may want to answer an interaction before its acknowledgement has reached Discord: so they are known here. */
export type Acknowledgements = {
  /** From now on whoever wants to answer waits, until what it returns is called. */
  readonly begin: (interaction: string) => (how: Acknowledgement) => void;
  /** Whether this process acknowledged it, as long ago at most as its token lives. */
  readonly knows: (interaction: string) => boolean;
  /** Resolves once it is acknowledged; null where this process did not. */
  readonly of: (interaction: string, signal: AbortSignal) => Promise<Acknowledgement | null>;
};

export function createAcknowledgements(clock: Clock): Acknowledgements {
  const recent = createRecent<Promise<Acknowledgement>>(clock, TOKEN_LIVES_MS);
  return {
    begin(interaction) {
      // Delivered twice: what counts is what the first one comes to.
      if (recent.get(interaction) !== undefined) return () => undefined;
      const { promise, resolve } = Promise.withResolvers<Acknowledgement>();
      recent.set(interaction, promise);
      return resolve;
    },
    knows: (interaction) => recent.get(interaction) !== undefined,
    async of(interaction, signal) {
      const known = recent.get(interaction);
      if (known === undefined) return null;
      signal.throwIfAborted();
      const { promise, reject } = Promise.withResolvers<never>();
      const end = () => reject(signal.reason);
      signal.addEventListener('abort', end, { once: true });
      return Promise.race([known, promise]).finally(() => signal.removeEventListener('abort', end));
    },
  };
}
