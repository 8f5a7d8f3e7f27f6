import type { ChatOutcome, ChatRequest } from './stand-in.ts';

/** A request as the server keeps it: what came of it changes as it is told. */
export type ChatRecord = Omit<ChatRequest, 'outcome'> & { outcome: ChatOutcome };

export const NOTHING_YET: ChatOutcome = {
  status: 0,
  error: null,
  message: null,
  tokens: 0,
  end: 'open',
  isTruncated: false,
  fault: null,
};

/** Notes more of what came of it. */
export function note(record: ChatRecord, more: Partial<ChatOutcome>): void {
  record.outcome = { ...record.outcome, ...more };
}
