/**
 * `npm run bench`: speed and quality on the marked articles of bench/articles, quality on those of bench/articles-unread, and who said what on those of bench/articles-other. Arguments: `quality`, `speed`, `--json`. More parts run only
 * when they are named: `crash [kills] [requests] [workers]` kills bylines at work, `pace [channels] [posts in each]` fills the
 * outbox; `morning [channels] [kills] [workers]` kills bylines over channels that want their digest in the same minute; `model` tells how much of good and bad drafts gets through, and what byline costs around a model; `digest` makes one of 40 feeds with 600 items; `feeds` reads one of 6 MiB; `ack [at once] [rounds] [channels]` compares acknowledgements with bare Bolt and discord.js bots. Crash, morning and pace take PostgreSQL instead of the embedded database where TEST_DATABASE_URL says so (`tools/with-postgres`).
 */
import { parseArgs } from 'node:util';
import { drawTable } from './draw-table.ts';
import { loadGold } from './load-gold.ts';
import { measureAck } from './measure-ack.ts';
import { measureCrash } from './measure-crash.ts';
import { measureDigest } from './measure-digest.ts';
import { measureFeeds } from './measure-feeds.ts';
import { measureLanguages } from './measure-languages.ts';
import { measureModel } from './measure-model.ts';
import { measureMorning } from './measure-morning.ts';
import { measurePace } from './measure-pace.ts';
import { measureQuality } from './measure-quality.ts';
import { measureSpeed } from './measure-speed.ts';

const BY_NAME: Readonly<Record<string, (numbers: readonly number[]) => Promise<unknown>>> = {
  ack: measureAck,
  crash: measureCrash,
  digest: measureDigest,
  feeds: measureFeeds,
  model: measureModel,
  morning: measureMorning,
  pace: measurePace,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [first, ...numbers] = positionals;
const measure = first === undefined ? undefined : BY_NAME[first];
if (measure !== undefined) {
  console.log(JSON.stringify(await measure(numbers.map(Number)), null, 1));
  process.exit(0);
}
const unknown = positionals.find((name) => name !== 'quality' && name !== 'speed');
if (unknown !== undefined) {
  console.error(
    `bench: no part is called "${unknown}"; there are quality, speed, ack, crash, digest, feeds, model, morning and pace`,
  );
  process.exit(2);
}

const articles = loadGold();
const isWanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
const speed = isWanted('speed') ? await measureSpeed(articles) : null;
const quality = isWanted('quality') ? await measureQuality(articles) : null;
const unread = isWanted('quality') ? await measureQuality(loadGold('articles-unread')) : null;
const languages = isWanted('quality') ? measureLanguages(loadGold('articles-other')) : null;
console.log(
  values.json
    ? JSON.stringify({ speed, quality, unread, languages }, null, 2)
    : drawTable(speed, quality, unread, languages),
);
