/** Acknowledgements go before work: what the work asks before it takes the thread that acknowledges. */
export type RightOfWay = {
  /** Work waits until this ends, however it ends; never longer than a moment. */
  readonly giveWay: (to: Promise<unknown>) => void;
  /** When work may go on; null: at once. */
  readonly turn: () => Promise<void> | null;
};

/** A crowd is acknowledged by then; what a platform takes longer to confirm holds up nothing, in ms. */
const MOST_MS = 150;
/** After each wait work has as long for itself, however many come meanwhile, in ms. */
const REST_MS = 150;

export function createRightOfWay(): RightOfWay {
  let waitedFor = 0;
  let holding: { readonly promise: Promise<void>; readonly end: () => void } | null = null;
  let isResting = false;

  function hold(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = () => {
      clearTimeout(late);
      holding = null;
      isResting = true;
      setTimeout(() => {
        isResting = false;
      }, REST_MS).unref();
      resolve();
    };
    const late = setTimeout(end, MOST_MS);
    holding = { promise, end };
  }

  return {
    giveWay(to) {
      waitedFor++;
      const done = () => {
        waitedFor--;
        if (waitedFor === 0) holding?.end();
      };
      to.then(done, done);
      if (holding === null && !isResting) hold();
    },
    turn: () => holding?.promise ?? null,
  };
}
