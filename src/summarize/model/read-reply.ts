import type { OpenAI } from 'openai';
import { Stream } from 'openai/streaming';
import { z } from 'zod';
import type { Usage } from '#core/briefing.ts';
import { ModelFault } from './model-fault.ts';

/** What a model said, whole. */
export type Reply = { readonly text: string; readonly usage: Usage | null };

const usageSchema = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null);
const wordsSchema = z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish();

/** A piece of a stream, or a whole completion from a server that does not stream; compatible servers leave out much of it. */
const pieceSchema = z.object({
  error: z.unknown().optional(),
  choices: z
    .array(z.object({ delta: wordsSchema, message: wordsSchema, finish_reason: z.string().nullish() }))
    .nullish()
    .catch(null),
  usage: usageSchema,
});
type Piece = z.infer<typeof pieceSchema>;

/** UTF-16 units. Ten long points have some 6,000; a model that says far more has lost its way. */
const MOST_CHARACTERS = 60_000;

/** White space at the end of what was said so far: models that must write JSON and do not know which write blanks for ever. */
const MOST_BLANKS = 400;

/**
 * Reads a response to its end, streamed or not. The SDK ends a stream that is cut or called off as if it were whole, so that only a
 * `finish_reason` proves an end; it keeps no time within a stream, so that whoever calls hears of every piece,
 * with all that was said so far: what is cut, refused or called off has its price too.
 * @throws ModelFault `useless` where the answer is cut, refused, filtered or endless; whatever the connection throws.
 */
export async function readReply(
  response: Response,
  client: OpenAI,
  controller: AbortController,
  onPiece: (soFar: Reply) => void,
): Promise<Reply> {
  let text = '';
  let isRefused = false;
  let finish: string | null = null;
  let usage: Usage | null = null;
  for await (const piece of piecesOf(response, client, controller)) {
    if (piece.error !== undefined && piece.error !== null)
      throw new ModelFault('silent', 'the model’s server failed while it answered', { retryAfterMs: 500 });
    const [choice] = piece.choices ?? [];
    const words = choice?.delta ?? choice?.message;
    text += words?.content ?? '';
    isRefused ||= (words?.refusal ?? '') !== '';
    finish = choice?.finish_reason ?? finish;
    if (piece.usage) usage = { in: piece.usage.prompt_tokens, out: piece.usage.completion_tokens };
    onPiece({ text, usage });
    if (isEndless(text)) throw new ModelFault('useless', 'the model’s answer had no end');
  }
  if (isRefused) throw new ModelFault('useless', 'the model declined to write it');
  judgeEnd(finish);
  return { text, usage };
}

async function* piecesOf(response: Response, client: OpenAI, controller: AbortController): AsyncGenerator<Piece> {
  if (!/event-stream/i.test(response.headers.get('content-type') ?? '')) {
    // A server that does not stream, whatever it was asked for.
    yield readPiece(await response.json());
    return;
  }
  for await (const chunk of Stream.fromSSEResponse(response, controller, client)) yield readPiece(chunk);
}

function readPiece(value: unknown): Piece {
  const piece = pieceSchema.safeParse(value);
  if (!piece.success) throw new ModelFault('useless', 'the model’s server answered in a form that is not known');
  return piece.data;
}

function isEndless(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return true;
  return text.length > MOST_BLANKS && text.slice(-MOST_BLANKS).trim() === '';
}

function judgeEnd(finish: string | null): void {
  switch (finish) {
    case 'stop':
      return;
    case 'length':
      throw new ModelFault('useless', 'the model’s answer was cut off at its limit');
    case 'content_filter':
      throw new ModelFault('useless', 'a filter at the model’s server kept the answer back');
    case null:
      throw new ModelFault('silent', 'the model’s answer broke off', { retryAfterMs: 500 });
    default:
      throw new ModelFault('useless', 'the model ended its answer in an unknown way');
  }
}
