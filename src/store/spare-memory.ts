import { setFlagsFromString } from 'node:v8';

/**
 * Has WebAssembly run as it is first compiled; call it before the embedded engine is loaded. Optimizing one function of 100 kB, the
 * engine's largest, takes V8 600 MB and a second or two at each start, and statements as ours are hardly faster for it.
 */
export function spareMemory(): void {
  for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
}
