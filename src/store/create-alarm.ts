/** A sleep that can be cut short. */
export type Alarm = {
  /** Ends the sleep under way, or the next one before it begins. */
  readonly ring: () => void;
  /** Resolves after so many ms, or when it rings. */
  readonly sleep: (ms: number) => Promise<void>;
};

/** For a loop that looks every so often, and at once when it is told that there is something. */
export function createAlarm(): Alarm {
  let isRung = false;
  let wakeUp: () => void = () => undefined;
  return {
    ring() {
      isRung = true;
      wakeUp();
    },
    async sleep(ms) {
      if (!isRung)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms);
          wakeUp = () => {
            clearTimeout(timer);
            done();
          };
        });
      isRung = false;
    },
  };
}
