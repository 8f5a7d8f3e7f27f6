/** What a platform would refuse as too fast is never sent. `npm run bench -- pace` measures how near it comes to what is allowed. */
import { expect, test } from 'vitest';
import { openDatabase } from '#store/open-database.ts';
import { describeEngines } from './on-both-engines.ts';
import { runPace, strictFake } from './run-pace.ts';

describeEngines('pace', (makePlace) => {
  test('posts that are due at once are spread over what the platform takes, and none is refused', async () => {
    const { place, remove } = await makePlace();
    const open = await openDatabase(place);
    const report = await runPace(open, strictFake(), {
      channels: 30,
      each: 3,
      senders: place.kind === 'server' ? 3 : 1,
    });
    expect(report).toMatchObject({ posts: 90, tooFast: 0 });
    await open.close();
    await remove();
  });
});
