/** One utterance, and the paragraph it is part of. */
export interface Piece<B> {
  readonly block: B;
  readonly text: string;
  readonly lang: string;
}

/** Speaks one piece. `done` is called once, unless `silence` came first. */
export interface Speaker<B> {
  speak(piece: Piece<B>, done: (failed: boolean) => void): void;
  silence(): void;
}

export type ReaderState = 'reading' | 'paused' | 'ended' | 'failed';

/**
 * Reads pieces one after the other. A pause falls silent and goes on with the same piece: `speechSynthesis.pause` does
 * not come back on Android.
 */
export class Reader<B> {
  readonly #pieces: readonly Piece<B>[];
  readonly #speaker: Speaker<B>;
  /** Called on every change: what is read now, and how it stands. */
  readonly #changed: (state: ReaderState, block: B | undefined) => void;
  readonly #isShown: (block: B) => boolean;
  #at = 0;
  /** Answers to an earlier turn count for nothing. */
  #turn = 0;
  #state: ReaderState = 'paused';

  constructor(
    pieces: readonly Piece<B>[],
    speaker: Speaker<B>,
    changed: (state: ReaderState, block: B | undefined) => void,
    isShown: (block: B) => boolean = () => true,
  ) {
    this.#pieces = pieces;
    this.#speaker = speaker;
    this.#changed = changed;
    this.#isShown = isShown;
  }

  get state(): ReaderState {
    return this.#state;
  }

  play(): void {
    if (this.#state !== 'paused') return;
    this.#say();
  }

  pause(): void {
    if (this.#state === 'reading') this.#rest('paused');
  }

  /** For good. */
  stop(): void {
    if (this.#state === 'reading' || this.#state === 'paused') this.#rest('ended');
  }

  /** Begins the piece again, e.g. in another speed. */
  again(): void {
    if (this.#state !== 'reading') return;
    this.#rest('paused');
    this.#say();
  }

  #say(): void {
    // What was closed or left meanwhile is not read.
    while (this.#at < this.#pieces.length && !this.#isShown(this.#pieces[this.#at]?.block as B))
      this.#at += 1;
    const piece = this.#pieces[this.#at];
    this.#become(piece ? 'reading' : 'ended');
    if (!piece) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.#speaker.speak(piece, (failed) => {
      if (turn !== this.#turn || this.#state !== 'reading') return;
      if (failed) this.#rest('failed');
      else this.#next();
    });
  }

  #next(): void {
    this.#at += 1;
    this.#say();
  }

  #rest(state: ReaderState): void {
    this.#turn += 1;
    this.#become(state);
    this.#speaker.silence();
  }

  #become(state: ReaderState): void {
    this.#state = state;
    this.#changed(state, this.#pieces[this.#at]?.block);
  }
}
