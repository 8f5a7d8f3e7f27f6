import { createFileInbox } from './create-file-inbox.ts';
import { createTableInbox } from './create-table-inbox.ts';
import type { InboxParts, RunningInbox } from './inbox-parts.ts';

/**
 * Commands on their way in: acknowledged when they are safe, planned a moment later. Beside the embedded database they are lines
 * of a file, for that database works in our own thread, one statement at a time, and a crowd would wait for it; on a server they
 * are rows, for a machine and its disk may be gone tomorrow.
 */
export function createInbox(parts: InboxParts): RunningInbox {
  return parts.open.kind === 'folder' ? createFileInbox(parts) : createTableInbox(parts);
}
