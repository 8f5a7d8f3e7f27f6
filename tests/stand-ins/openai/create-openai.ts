import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createChatRoute } from './chat-route.ts';
import { createFaults } from './faults.ts';
import { describeModel, listModels, tellProps } from './list-models.ts';
import { readBody } from './read-body.ts';
import { refusalBody } from './refusal.ts';
import { makeReply, sendJson } from './reply.ts';
import { SERVERS } from './server-kinds.ts';
import type { OpenAIOptions, OpenAIStandIn } from './stand-in.ts';

const CONTEXT = 128_000;

/** A model server on loopback that answers as the test says, and goes wrong when the test says so. */
export async function createOpenAI(options: OpenAIOptions = {}): Promise<OpenAIStandIn> {
  const { kind = 'openai', model = 'stand-in-1', apiKey = 'sk-stand-in-key', context = CONTEXT } = options;
  const faults = createFaults();
  const chat = createChatRoute({
    kind,
    model,
    apiKey,
    context,
    overContextStatus: options.overContextStatus ?? 400,
    isReasoning: options.isReasoning ?? false,
    faults,
    answer: options.answer ?? (() => 'Understood.'),
  });
  let modelLists = 0;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = makeReply(response);
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const route = `${request.method} ${pathname}`;
    response.setHeader('x-request-id', `req_${Math.floor(performance.now() * 1000).toString(16)}`);
    if (route === 'POST /v1/chat/completions') return chat.handle(request, reply);
    await readBody(request);
    const refuse = (status: number, message: string, code: string | null = null): void =>
      sendJson(reply, status, refusalBody(kind, { status, message, code }));
    if (pathname.startsWith('/v1/models') && request.method === 'GET') {
      const refusal = chat.checkKey(request.headers.authorization);
      if (refusal !== null) return sendJson(reply, refusal.status, refusalBody(kind, refusal));
      if (pathname === '/v1/models') {
        modelLists += 1;
        return sendJson(reply, 200, listModels(kind, model, context));
      }
      const wanted = decodeURIComponent(pathname.slice('/v1/models/'.length));
      if (wanted === model) return sendJson(reply, 200, describeModel(kind, model, context));
      return refuse(404, SERVERS[kind].modelMissing(wanted), 'model_not_found');
    }
    if (route === 'GET /props' && kind === 'llama.cpp') return sendJson(reply, 200, tellProps(context));
    refuse(404, `Invalid URL (${route})`);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey,
    model,
    answerWith: chat.answerWith,
    fail: faults.fail,
    heal: faults.heal,
    requests: chat.requests,
    modelLists: () => modelLists,
    underWay: chat.underWay,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
