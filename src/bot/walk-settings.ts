import type { ModelSettings } from '#summarize/model/model-settings.ts';

/** What a worker thread is told of the settings when it starts. */
export type WalkSettings = {
  /** ALLOW_PRIVATE_ADDRESSES as it was written. */
  readonly allowed: string;
  /** PUBLIC_URL, for whoever wonders who asks; or null. */
  readonly contact: string | null;
  /** Null where no model is configured. */
  readonly model: ModelSettings | null;
};
