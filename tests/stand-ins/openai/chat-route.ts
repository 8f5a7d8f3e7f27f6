import type { IncomingMessage } from 'node:http';
import { type ChatRecord, NOTHING_YET, note } from './chat-record.ts';
import { checkChat } from './check-chat.ts';
import type { Faults } from './faults.ts';
import { isJson, readJson } from './json.ts';
import { planAnswer } from './plan-answer.ts';
import { readBody } from './read-body.ts';
import { readChat } from './read-chat.ts';
import { type Refusal, refusalBody } from './refusal.ts';
import { type Reply, sendHtml, sendJson, stall } from './reply.ts';
import { SERVERS } from './server-kinds.ts';
import type { ChatRequest, ModelAnswer, OpenAIFault, OpenAIOptions } from './stand-in.ts';
import { statusRefusal } from './status-refusal.ts';
import { tellStream } from './tell-stream.ts';
import { tellWhole } from './tell-whole.ts';

type Settings = Required<OpenAIOptions> & { readonly faults: Faults };

/** POST /v1/chat/completions: what is wrong with the request, then what shall go wrong, then the answer. */
export function createChatRoute(settings: Settings) {
  const { kind, model, apiKey, context, faults } = settings;
  const server = SERVERS[kind];
  const records: ChatRecord[] = [];
  let answer: ModelAnswer = settings.answer;

  const checkKey = (authorization: string | undefined): Refusal | null => {
    if (!server.wantsKey || authorization === `Bearer ${apiKey}`) return null;
    const given = authorization?.replace(/^Bearer /, '') ?? '';
    const page = 'https://platform.openai.com/account/api-keys';
    const message =
      given === ''
        ? `You didn't provide an API key. You can obtain one from ${page}.`
        : `Incorrect API key provided: ${given.slice(0, 3)}***${given.slice(-4)}. You can find your API key at ${page}.`;
    return { status: 401, message, code: given === '' ? null : 'invalid_api_key' };
  };

  const checkContext = ({ promptTokens, maxTokens }: ChatRecord): Refusal | null => {
    // Ollama and llama.cpp do not count what is still to be said.
    const wished = kind === 'llama.cpp' || kind === 'ollama' ? 0 : (maxTokens ?? 0);
    if (server.cutsPrompt || promptTokens + wished <= context) return null;
    const sizes = { prompt: promptTokens, context };
    if (settings.overContextStatus === 413) {
      const message = `Request too large for model \`${model}\`: Limit ${context}, Requested ${promptTokens + wished}, please reduce your message size and try again.`;
      return { status: 413, message, type: 'tokens', code: 'context_length_exceeded', sizes };
    }
    if (kind === 'llama.cpp') {
      const message = `request (${promptTokens} tokens) exceeds the available context size (${context} tokens), try increasing it`;
      return { status: 400, message, sizes };
    }
    const told =
      wished === 0
        ? `your messages resulted in ${promptTokens} tokens`
        : `you requested ${promptTokens + wished} tokens (${promptTokens} in the messages, ${wished} in the completion)`;
    const message = `This model's maximum context length is ${context} tokens. However, ${told}. Please reduce the length of the messages${wished === 0 ? '' : ' or completion'}.`;
    return { status: 400, message, param: 'messages', code: 'context_length_exceeded' };
  };

  const check = (record: ChatRecord, isObject: boolean): Refusal | null => {
    const refusal = checkKey(record.headers.authorization);
    if (refusal !== null) return refusal;
    if (!isObject) return { status: 400, message: 'We could not parse the JSON body of your request.' };
    const isReasoning = settings.isReasoning && kind === 'openai';
    const found = checkChat(record, server, { isReasoning });
    if (found !== null) return found;
    if (!server.takesAnyModel && record.model !== model) {
      return { status: 404, message: server.modelMissing(record.model), code: 'model_not_found' };
    }
    return checkContext(record);
  };

  const refuse = (reply: Reply, record: ChatRecord, refusal: Refusal): void => {
    const { status, message, retryAfter } = refusal;
    note(record, { status, error: refusal.code ?? refusal.type ?? 'invalid_request_error', message, end: 'whole' });
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    sendJson(reply, status, refusalBody(kind, refusal), headers);
  };

  /** What goes wrong before there is an answer; false where nothing does. */
  const failEarly = async (reply: Reply, record: ChatRecord, fault: OpenAIFault | null): Promise<boolean> => {
    switch (fault?.kind) {
      case 'status':
        refuse(reply, record, statusRefusal(fault, model));
        return true;
      case 'html':
        note(record, { status: fault.status ?? 502, error: 'html', end: 'whole' });
        sendHtml(reply, fault.status ?? 502);
        return true;
      case 'drop':
        note(record, { end: 'cut' });
        reply.response.destroy();
        return true;
      case 'stall':
        if (fault.after !== undefined) return false;
        await stall(reply, undefined);
        return true;
      default:
        return false;
    }
  };

  const respond = async (reply: Reply, record: ChatRecord): Promise<void> => {
    const fault = faults.next();
    note(record, { fault: fault?.kind ?? null });
    if (await failEarly(reply, record, fault)) return;
    const isTruncated = server.cutsPrompt && record.promptTokens > context;
    note(record, { isTruncated });
    const promptTokens = Math.min(record.promptTokens, context);
    // A prompt that was cut leaves room: what comes out pushes still more of it away.
    const room = isTruncated ? context : context - promptTokens;
    let said: string | object;
    try {
      said = await answer(record);
    } catch (error) {
      return refuse(reply, record, { status: 500, message: String(error), type: 'server_error' });
    }
    const plan = planAnswer(said, record, fault, room);
    const id = `chatcmpl-stand-in-${records.indexOf(record) + 1}`;
    const tell = record.isStreamed ? tellStream : tellWhole;
    await tell(reply, record, { id, model, promptTokens, plan }, fault, kind);
  };

  const handle = async (request: IncomingMessage, reply: Reply): Promise<void> => {
    const read = readJson(await readBody(request));
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const record: ChatRecord = { ...readChat(isJson(read) ? read : {}, headers), outcome: NOTHING_YET };
    records.push(record);
    reply.response.on('close', () => {
      if (record.outcome.end === 'open') note(record, { end: 'abandoned' });
    });
    const refusal = check(record, isJson(read));
    if (refusal !== null) return refuse(reply, record, refusal);
    await respond(reply, record);
  };

  return {
    handle,
    checkKey,
    requests: records satisfies readonly ChatRequest[],
    answerWith: (next: ModelAnswer): void => {
      answer = next;
    },
    underWay: (): number => records.filter(({ outcome }) => outcome.end === 'open').length,
  };
}
