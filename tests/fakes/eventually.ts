/** Longer than anything here takes on a busy machine; it ends a test that would hang, and asserts nothing about speed. */
const LONGEST_MS = 45_000;

/** Waits until something is so. @throws Error that names what never came. */
export async function eventually<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = performance.now() + LONGEST_MS;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen as NonNullable<T>;
    if (performance.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
