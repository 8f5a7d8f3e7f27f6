import type { Fields } from './fields.ts';

/** What Slack refuses a call with: a word, and with Block Kit the places that are wrong. */
export class Refusal extends Error {
  readonly code: string;
  readonly complaints: readonly string[];

  constructor(code: string, complaints: readonly string[] = []) {
    super([code, ...complaints].join('; '));
    this.name = 'Refusal';
    this.code = code;
    this.complaints = complaints;
  }

  /** The body of the answer. `errors` stands only beside `invalid_blocks`, as with Slack. */
  toBody(): Fields {
    const messages = this.complaints.map((complaint) => `[ERROR] ${complaint}`);
    return {
      ok: false,
      error: this.code,
      ...(this.code === 'invalid_blocks' ? { errors: this.complaints } : {}),
      ...(messages.length > 0 ? { response_metadata: { messages } } : {}),
    };
  }
}
