/**
 * Numbers as text for stores that hold little and only ASCII. Sixty-four URL-safe characters, so that form encoding
 * never makes them longer; a number takes one character for every five bits.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MORE = 32;

export interface Packer {
  /** A whole number from 0 to 2^53 - 1; anything else is written as 0. */
  number(value: number): void;
  /** A set of positions from 0. */
  bits(positions: readonly number[]): void;
  /** Printable ASCII, as it stands. */
  ascii(text: string): void;
  text(): string;
}

export function createPacker(): Packer {
  let out = '';
  const number = (value: number) => {
    let rest = Number.isSafeInteger(value) && value > 0 ? value : 0;
    while (rest >= MORE) {
      out += DIGITS.charAt((rest % MORE) + MORE);
      rest = Math.floor(rest / MORE);
    }
    out += DIGITS.charAt(rest);
  };
  return {
    number,
    bits(positions) {
      const groups: number[] = [0];
      for (const position of positions) {
        const group = Math.floor(position / 5);
        while (groups.length <= group) groups.push(0);
        groups[group] = (groups[group] ?? 0) | (1 << (position % 5));
      }
      const last = groups.length - 1;
      groups.forEach((group, i) => {
        out += DIGITS.charAt(group + (i < last ? MORE : 0));
      });
    },
    ascii(text) {
      number(text.length);
      out += text;
    },
    text: () => out,
  };
}

export interface Unpacker {
  number(): number;
  bits(): number[];
  ascii(): string;
  /** Whether everything was read. */
  done(): boolean;
}

/** Reads what a packer wrote; throws a RangeError where the text does not hold what is asked for. */
export function createUnpacker(text: string): Unpacker {
  let at = 0;
  const digit = (): number => {
    const value = at < text.length ? DIGITS.indexOf(text.charAt(at)) : -1;
    if (value < 0) throw new RangeError(`unreadable at ${at}`);
    at += 1;
    return value;
  };
  const number = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= MORE) {
      const part = digit();
      value += (part % MORE) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError(`number too large at ${at}`);
      if (part < MORE) return value;
    }
  };
  return {
    number,
    bits() {
      const positions: number[] = [];
      for (let base = 0; ; base += 5) {
        const part = digit();
        for (let bit = 0; bit < 5; bit++) if (part & (1 << bit)) positions.push(base + bit);
        if (part < MORE) return positions;
      }
    },
    ascii() {
      const length = number();
      if (length > text.length - at) throw new RangeError(`text too short at ${at}`);
      at += length;
      return text.slice(at - length, at);
    },
    done: () => at === text.length,
  };
}

/** Six characters over a text: FNV-1a, 32 bits. Notices truncation and damage, not malice. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  let out = '';
  for (let rest = hash >>> 0, i = 0; i < 6; i++, rest = Math.floor(rest / 64))
    out += DIGITS.charAt(rest % 64);
  return out;
}
