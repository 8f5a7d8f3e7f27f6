import type { Draft } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
import type { Engine, Faulty, Repair } from '#core/steps.ts';
import type { BriefingSteps } from './briefing-steps.ts';

/** A draft, and what stands against it still. */
type Mended = { readonly draft: Draft; readonly faults: readonly Faulty[] };

/**
 * Puts a draft to the checks and gives what they object to back to its writer, once. Where that fails, the draft stays as it is: its
 * faulty points are withheld later, the others are good.
 */
export async function mendOnce(
  request: Omit<Repair, 'faults'>,
  engine: Engine,
  { findFaults }: Pick<BriefingSteps, 'findFaults'>,
  signal: AbortSignal,
): Promise<Mended> {
  const { draft, article } = request;
  const faults = findFaults?.(draft, article) ?? [];
  if (faults.length === 0 || engine.repair === undefined) return { draft, faults };
  try {
    const mended = await engine.repair({ ...request, faults }, signal);
    return { draft: mended, faults: findFaults?.(mended, article) ?? [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'CANCELLED') throw error;
    return { draft, faults };
  }
}
