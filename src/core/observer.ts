import type { ProblemCode } from './problem.ts';

/** Things that happen and that an operator counts. Never holds an article's text, a person's words or a token. */
export type Happening =
  | {
      readonly kind: 'briefed';
      readonly id: string;
      readonly engine: string;
      readonly points: number;
      readonly withheld: number;
      readonly ms: number;
    }
  | { readonly kind: 'answered'; readonly id: string; readonly found: boolean; readonly ms: number }
  | { readonly kind: 'asked'; readonly platform: string; readonly command: string; readonly id: string }
  | { readonly kind: 'failed'; readonly code: ProblemCode | 'UNEXPECTED'; readonly id: string; readonly cause: unknown }
  | { readonly kind: 'delivered'; readonly platform: string; readonly how: 'post' | 'edit' | 'found' }
  | {
      readonly kind: 'undelivered';
      readonly platform: string;
      readonly code: ProblemCode | 'UNEXPECTED';
      readonly id: string;
      readonly willRetry: boolean;
    }
  | { readonly kind: 'buried'; readonly id: string; readonly reason: string }
  | {
      readonly kind: 'kept-house';
      readonly what: 'backup' | 'retention' | 'erasure' | 'corrections';
      readonly count: number;
    }
  | { readonly kind: 'trouble'; readonly what: string; readonly cause: unknown };

/** Is told what happens; turns it into log lines and metrics. Never throws. */
export type Observer = (happening: Happening) => void;
