import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose tests start whole bylines, kill them and wait for what becomes of it. */
const ROOMS = ['bot', 'store', 'platforms'];

/** Those tests come first, so that none of them is left over at the end with the processor idle beside it. */
export class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const [room = ''] = path.relative(import.meta.dirname, moduleId).split(path.sep);
  return ROOMS.includes(room) ? 0 : 1;
}
