import type { ModelFault } from './model-fault.ts';

/** How a server is asked. The first is the best that there is; what a server refuses is left out from then on. */
export type Manner = {
  /** `prompt`: the shape stands in words only. */
  readonly format: 'json_schema' | 'json_object' | 'prompt';
  /** Whether the rules stand in a message of their own; templates of some open models know no system role. */
  readonly hasSystem: boolean;
  /** Reasoning models take no temperature but their own. */
  readonly hasTemperature: boolean;
  /** Whether the stream is asked to end with the tokens used. */
  readonly hasUsage: boolean;
};

export const BEST_MANNER: Manner = { format: 'json_schema', hasSystem: true, hasTemperature: true, hasUsage: true };

/** The next best manner after this one was refused; null where nothing is left to leave out. */
export function concede(manner: Manner, { complaint }: ModelFault): Manner | null {
  if (manner.hasTemperature && complaint.includes('temperature')) return { ...manner, hasTemperature: false };
  if (manner.hasUsage && /stream_options|include_usage/.test(complaint)) return { ...manner, hasUsage: false };
  if (manner.hasSystem && /system (?:role|message|prompt)|roles? must alternate/.test(complaint))
    return { ...manner, hasSystem: false };
  switch (manner.format) {
    case 'json_schema':
      return { ...manner, format: 'json_object' };
    case 'json_object':
      return { ...manner, format: 'prompt' };
    case 'prompt':
      if (manner.hasTemperature) return { ...manner, hasTemperature: false };
      return manner.hasUsage ? { ...manner, hasUsage: false } : null;
    default:
      return manner.format satisfies never;
  }
}
