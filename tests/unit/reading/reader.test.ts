import { describe, expect, test } from 'vitest';
import { type Piece, Reader, type ReaderState } from '../../../src/components/reading/reader.ts';

const PIECES: readonly Piece<string>[] = ['one', 'two', 'three'].map((text, i) => ({
  text,
  lang: 'km',
  block: `p${Math.min(i, 1)}`,
}));

/** A reader with a voice that speaks until it is told to end; everything that happens is noted. */
function reading(isShown: (block: string) => boolean = () => true) {
  const said: string[] = [];
  const states: (readonly [ReaderState, string | undefined])[] = [];
  const answers: ((failed: boolean) => void)[] = [];
  let silenced = 0;
  const reader = new Reader(
    PIECES,
    {
      speak({ text }, done) {
        said.push(text);
        answers.push(done);
      },
      silence() {
        silenced += 1;
      },
    },
    (state, block) => states.push([state, block]),
    isShown,
  );
  const end = (n = answers.length - 1, failed = false) => answers[n]?.(failed);
  return { reader, said, states, end, silenced: () => silenced };
}

describe('a reader', () => {
  test('reads one piece after the other, says where it is, and ends', () => {
    const { reader, said, states, end } = reading();
    reader.play();
    end();
    end();
    end();
    expect(said).toEqual(['one', 'two', 'three']);
    expect(states).toEqual([
      ['reading', 'p0'],
      ['reading', 'p1'],
      ['reading', 'p1'],
      ['ended', undefined],
    ]);
  });

  test('falls silent when paused, and begins the same piece again', () => {
    const { reader, said, end, silenced } = reading();
    reader.play();
    end();
    reader.pause();
    expect(silenced()).toBe(1);
    expect(reader.state).toBe('paused');
    reader.play();
    expect(said).toEqual(['one', 'two', 'two']);
  });

  test('does not take the end of a cut piece, or its error, for that of a later one', () => {
    const { reader, said, end } = reading();
    reader.play();
    reader.pause();
    end(0, true);
    expect(reader.state).toBe('paused');
    reader.play();
    end(0);
    end(0, true);
    expect(said).toEqual(['one', 'one']);
    expect(reader.state).toBe('reading');
  });

  test('stops for good', () => {
    const { reader, said, end, silenced } = reading();
    reader.play();
    reader.stop();
    reader.play();
    reader.again();
    end(0);
    expect(said).toEqual(['one']);
    expect(silenced()).toBe(1);
    expect(reader.state).toBe('ended');
  });

  test('stops when the voice fails, and says so', () => {
    const { reader, states, end } = reading();
    reader.play();
    end(0, true);
    expect(states[states.length - 1]).toEqual(['failed', 'p0']);
  });

  test('begins a piece again in another speed only while it reads', () => {
    const { reader, said } = reading();
    reader.play();
    reader.again();
    reader.pause();
    reader.again();
    expect(said).toEqual(['one', 'one']);
    expect(reader.state).toBe('paused');
  });

  test('passes over what is hidden by now, and ends when nothing is left', () => {
    const { reader, said, end } = reading((block) => block !== 'p1');
    reader.play();
    end();
    expect(said).toEqual(['one']);
    expect(reader.state).toBe('ended');
  });
});
