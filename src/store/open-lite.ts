import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

/** The embedded engine, and how it ended where it ended by itself. */
export type Lite = {
  readonly lite: PGlite;
  /** Fulfilled with the cause when the engine has broken down; it answers nothing from then on. */
  readonly broken: Promise<unknown>;
};

/**
 * The embedded engine, each of whose statements first asks whether it is its turn. After a PANIC, such as where a full disk has no
 * room for its log, PostgreSQL ends its process. This one cannot: it would spin in our own thread at the next statement, and neither
 * an acknowledgement nor a signal would get through. So nothing more reaches it, not even the call that closes it.
 */
export function openLite(dataFolder: string, turn: () => Promise<void> | null, options: PGliteOptions): Lite {
  const { promise: broken, resolve: breakDown } = Promise.withResolvers<unknown>();
  let end: { readonly cause: unknown } | null = null;
  class LiteInTurn extends PGlite {
    override async execProtocolStream(...call: Parameters<PGlite['execProtocolStream']>) {
      const waiting = turn();
      if (waiting !== null) await waiting;
      if (end !== null) throw end.cause;
      try {
        return await super.execProtocolStream(...call);
      } catch (cause) {
        if (isBreakdown(cause)) {
          end ??= { cause };
          breakDown(cause);
        }
        throw cause;
      }
    }

    override async close() {
      if (end === null) await super.close();
    }
  }
  return { lite: new LiteInTurn(dataFolder, options), broken };
}

/** Not a statement that failed, but the engine. */
function isBreakdown(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const severity = 'severity' in cause ? cause.severity : null;
  // What WebAssembly itself gives up at is a RuntimeError.
  return severity === 'PANIC' || severity === 'FATAL' || cause.name === 'RuntimeError';
}
