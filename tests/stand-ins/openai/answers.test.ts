import { zodResponseFormat } from 'openai/helpers/zod';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listen, MESSAGES, startOpenAI } from './a-client.ts';
import { splitTokens } from './split-tokens.ts';

const HARBOUR = { name: 'Varnhavn', berths: 4, note: 'Kräne: „Größe“ 🚢 \n {}' };
const messages = MESSAGES;

test('an answer comes in one piece, with usage that adds up', async () => {
  const { server, client } = await startOpenAI({ answer: () => HARBOUR });
  const completion = await client.chat.completions.create({ model: server.model, messages });
  const [choice] = completion.choices;
  expect(JSON.parse(choice?.message.content ?? '')).toEqual(HARBOUR);
  expect(choice).toMatchObject({ finish_reason: 'stop', message: { role: 'assistant', refusal: null } });
  const { prompt_tokens = 0, completion_tokens = 0, total_tokens } = completion.usage ?? {};
  expect(completion_tokens).toBe(splitTokens(JSON.stringify(HARBOUR)).length);
  expect(total_tokens).toBe(prompt_tokens + completion_tokens);
});

test('an answer comes token by token, and is the same', async () => {
  const { server, client } = await startOpenAI({ answer: () => HARBOUR });
  const heard = await listen(client, { model: server.model, messages, stream_options: { include_usage: true } });
  expect(JSON.parse(heard.text)).toEqual(HARBOUR);
  const tokens = splitTokens(JSON.stringify(HARBOUR)).length;
  expect(heard).toMatchObject({ finish: 'stop', usage: { completion_tokens: tokens } });
  // The role, the tokens, the finish, the usage.
  expect(heard.pieces).toBe(tokens + 3);
  expect(server.requests[0]?.outcome).toMatchObject({ status: 200, tokens, end: 'whole' });
});

test('a stream has no usage where nobody asked for it', async () => {
  const { server, client } = await startOpenAI({ answer: () => 'One.' });
  expect(await listen(client, { model: server.model, messages })).toMatchObject({ text: 'One.', usage: null });
});

test('on the wire a stream is server-sent events, its head first, [DONE] last', async () => {
  const { server } = await startOpenAI({ answer: () => 'One two.' });
  const response = await fetch(`${server.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: server.model, messages, stream: true }),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events = (await response.text()).trim().split('\n\n');
  expect(events.at(-1)).toBe('data: [DONE]');
  const pieces: unknown[] = events.slice(0, -1).map((event) => JSON.parse(event.slice('data: '.length)));
  expect(pieces[0]).toMatchObject({ object: 'chat.completion.chunk', choices: [{ delta: { role: 'assistant' } }] });
  expect(pieces.at(-1)).toMatchObject({ choices: [{ delta: {}, finish_reason: 'stop' }] });
});

test('the real client’s own parser takes what was asked for by a schema of zod', async () => {
  const shape = z.object({ name: z.string(), berths: z.number().int(), note: z.string().nullable() });
  const { server, client } = await startOpenAI({ answer: () => HARBOUR });
  const completion = await client.chat.completions.parse({
    model: server.model,
    messages,
    response_format: zodResponseFormat(shape, 'harbour'),
  });
  expect(completion.choices[0]?.message.parsed).toEqual(HARBOUR);
  expect(server.requests[0]?.responseFormat).toMatchObject({ type: 'json_schema', name: 'harbour', isStrict: true });
});

test('the test sees what was asked, and the answer may hang on it', async () => {
  const { server, client } = await startOpenAI();
  server.answerWith(async ({ messages: asked, responseFormat }) => `${asked.length} ${responseFormat?.type}`);
  const completion = await client.chat.completions.create(
    {
      model: server.model,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'As ' },
            { type: 'text', text: 'JSON.' },
          ],
        },
      ],
      response_format: { type: 'json_object' },
      max_completion_tokens: 50,
      temperature: 0,
    },
    { headers: { 'x-asked-by': 'a test' } },
  );
  expect(completion.choices[0]?.message.content).toBe('1 json_object');
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatchObject({
    model: server.model,
    messages: [{ role: 'user', content: 'As JSON.' }],
    isStreamed: false,
    maxTokens: 50,
    temperature: 0,
    headers: { authorization: `Bearer ${server.apiKey}`, 'x-asked-by': 'a test' },
  });
});

test('an answer ends at the tokens that were allowed, and says so', async () => {
  const { server, client } = await startOpenAI({ answer: () => 'one two three four five six' });
  const body = { model: server.model, messages, max_completion_tokens: 3 };
  const whole = await client.chat.completions.create(body);
  expect(whole.choices[0]).toMatchObject({ finish_reason: 'length', message: { content: 'one two three' } });
  expect(await listen(client, { ...body, stream_options: { include_usage: true } })).toMatchObject({
    text: 'one two three',
    finish: 'length',
    usage: { completion_tokens: 3 },
  });
});

test('an answer that throws is the server’s failure', async () => {
  const { server, client } = await startOpenAI({
    answer: () => {
      throw new Error('no such article');
    },
  });
  const asked = client.chat.completions.create({ model: server.model, messages });
  await expect(asked).rejects.toMatchObject({ status: 500, message: expect.stringContaining('no such article') });
});

test('answers to several at once do not mix', async () => {
  const { server, client } = await startOpenAI({ answer: ({ messages: asked }) => `You said ${asked[0]?.content}` });
  const heard = await Promise.all(
    ['a', 'b', 'c', 'd'].map((content) =>
      listen(client, { model: server.model, messages: [{ role: 'user', content }] }),
    ),
  );
  expect(heard.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd'].map((word) => `You said ${word}`));
});

test('tokens joined are the text, also in other scripts', () => {
  for (const text of ['', ' ', 'Zwölf Boote – „heute“.', '東京の港 🚢🚢', 'a\n\n b{"c":[1.5]}']) {
    expect(splitTokens(text).join('')).toBe(text);
  }
});
