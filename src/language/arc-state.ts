/** What the parser can do next: move a word to the stack, or attach its top to the left or to the right. */
export type Move = 0 | 1 | 2;
export const SHIFT: Move = 0;
/** The top of the stack depends on the word in front. */
export const LEFT: Move = 1;
/** The top of the stack depends on the word below it. */
export const RIGHT: Move = 2;

/**
 * The state of an arc-hybrid parse (Kuhlmann, Gómez-Rodríguez, Satta 2011). Words are numbered from 0; `root` stands behind
 * the last word, `none` is a word that is not there, so that features need no special cases. Reused from sentence to
 * sentence.
 */
export class ArcState {
  root = 0;
  none = 1;
  depth = 0;
  front = 0;
  stack = new Int32Array(0);
  heads = new Int32Array(0);
  /** 0: not attached yet; otherwise the number of the label plus 1. */
  labels = new Int32Array(0);
  left = new Int32Array(0);
  left2 = new Int32Array(0);
  right = new Int32Array(0);
  right2 = new Int32Array(0);
  lefts = new Int32Array(0);
  rights = new Int32Array(0);

  /** Begins a sentence of `length` words. */
  begin(length: number): void {
    if (this.stack.length < length + 2) this.#grow(2 * length + 64);
    this.root = length;
    this.none = length + 1;
    this.depth = 0;
    this.front = 0;
    const end = length + 2;
    for (const list of [this.heads, this.left, this.left2, this.right, this.right2]) list.fill(this.none, 0, end);
    for (const list of [this.labels, this.lefts, this.rights]) list.fill(0, 0, end);
  }

  get isDone(): boolean {
    return this.front === this.root && this.depth === 0;
  }

  /** The word `below` the top of the stack: 0 is the top itself. */
  top(below: number): number {
    return this.depth > below ? (this.stack[this.depth - 1 - below] ?? this.none) : this.none;
  }

  /** The word `ahead` of the front: 0 is the front itself. */
  ahead(ahead: number): number {
    const at = this.front + ahead;
    return at <= this.root ? at : this.none;
  }

  isLegal(move: Move): boolean {
    if (move === SHIFT) return this.front < this.root;
    if (move === RIGHT) return this.depth > 1;
    // The root takes one word only: the last of the stack.
    return this.depth > 0 && (this.front < this.root || this.depth === 1);
  }

  shift(): void {
    this.stack[this.depth] = this.front;
    this.depth += 1;
    this.front += 1;
  }

  /** Attaches the top of the stack to the front (LEFT) or to the word below (RIGHT); gives the word that was attached. */
  attach(move: Move): number {
    this.depth -= 1;
    const word = this.stack[this.depth] ?? this.none;
    const isLeft = move === LEFT;
    const head = isLeft ? this.front : (this.stack[this.depth - 1] ?? this.none);
    const [last, second, counts] = isLeft
      ? [this.left, this.left2, this.lefts]
      : [this.right, this.right2, this.rights];
    this.heads[word] = head;
    second[head] = last[head] ?? this.none;
    last[head] = word;
    counts[head] = (counts[head] ?? 0) + 1;
    return word;
  }

  #grow(size: number): void {
    this.stack = new Int32Array(size);
    this.heads = new Int32Array(size);
    this.labels = new Int32Array(size);
    this.left = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.lefts = new Int32Array(size);
    this.rights = new Int32Array(size);
  }
}
