import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the gauges are set to each time somebody asks. */
export type Load = {
  readonly jobs: { readonly ready: number; readonly active: number; readonly dead: number };
  readonly posts: { readonly planned: number; readonly unclear: number; readonly refused: number };
  readonly walks: { readonly running: number; readonly waiting: number };
};

export type Metrics = ReturnType<typeof createMetrics>;

/** Seconds from a quick extractive briefing to a model that nearly runs out of time. */
const SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 45, 60];

/** Prometheus metrics in a registry of their own. Labels are closed sets: never a channel, an address or a person. */
export function createMetrics(readLoad: () => Promise<Load>) {
  const registry = new Registry();
  const registers = [registry];
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Counter({ name, help, labelNames, registers });
  /** A counter whose values are known is 0 from the start: what is missing has no rate. */
  const closed = <T extends string>(name: string, help: string, label: T, values: readonly string[]) => {
    const made = new Counter<string>({ name, help, labelNames: [label], registers });
    for (const value of values) made.inc({ [label]: value }, 0);
    return made;
  };
  collectDefaultMetrics({ register: registry });

  const jobs = new Gauge({ name: 'byline_queue_depth', help: 'Jobs by state', labelNames: ['state'], registers });
  const posts = new Gauge({ name: 'byline_outbox_posts', help: 'Posts by state', labelNames: ['state'], registers });
  const walks = new Gauge({
    name: 'byline_walks',
    help: 'Calls to the worker threads by state',
    labelNames: ['state'],
    registers,
  });
  const refresh = async () => {
    const load = await readLoad().catch(() => null);
    // The database does not answer: what is not known is left out, and what is counted here is told all the same.
    if (load === null) {
      for (const gauge of [jobs, posts, walks]) gauge.reset();
      return;
    }
    for (const [state, count] of Object.entries(load.jobs)) jobs.set({ state }, count);
    for (const [state, count] of Object.entries(load.posts)) posts.set({ state }, count);
    for (const [state, count] of Object.entries(load.walks)) walks.set({ state }, count);
  };

  return {
    briefings: closed('byline_briefings_total', 'Briefings made', 'engine', ['extractive', 'model']),
    checks: counter('byline_checks_total', 'Points that were checked against the text'),
    withheld: counter('byline_withheld_total', 'Points that the text does not bear'),
    answers: closed('byline_answers_total', 'Questions answered, by whether the article says it', 'found', [
      'true',
      'false',
    ]),
    requests: counter('byline_requests_total', 'Commands and questions taken', ['platform', 'command']),
    failures: counter('byline_failures_total', 'Requests that ended in words of failure', ['code']),
    tokens: closed('byline_model_tokens_total', 'Tokens of the model', 'direction', ['in', 'out']),
    deliveries: counter('byline_deliveries_total', 'Posts and edits that a platform took', ['platform', 'how']),
    undelivered: counter('byline_undelivered_total', 'Attempts that a platform did not take', ['platform', 'code']),
    troubles: counter('byline_troubles_total', 'Things that went wrong inside'),
    seconds: new Histogram({
      name: 'byline_briefing_seconds',
      help: 'From the start of a job to its briefing',
      buckets: SECONDS,
      registers,
    }),
    contentType: registry.contentType,
    async text() {
      await refresh();
      return registry.metrics();
    },
  };
}
