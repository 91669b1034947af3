import { bytesOf, type DecodedText, decodings } from "./decoded-text.js";

/** What stands in place of a secret. */
const mark = "•••";

/** The newest that are remembered: a token that one answer gives may be in the path of the next request. */
const mostHidden = 500;

/** What is shorter would make every text unreadable. */
const shortest = 4;

/** Leaves none of the secrets that it was told in a text. */
export interface Redactor {
  hide(secrets: readonly string[]): void;
  /**
   * The text with a mark in place of each secret: as it is, in whatever encoding it is there, also inside of something longer that is encoded, and
   * the beginning of one that was cut.
   */
  redact(text: string): string;
}

export function createRedactor(): Redactor {
  const hidden = new Map<string, Spellings>();
  return {
    hide(secrets) {
      for (const secret of secrets.filter(({ length }) => length >= shortest)) {
        const spellings = hidden.get(secret) ?? spellingsOf(secret);
        // What is met again becomes the newest.
        hidden.delete(secret);
        hidden.set(secret, spellings);
      }
      for (const oldest of [...hidden.keys()].slice(0, Math.max(0, hidden.size - mostHidden))) hidden.delete(oldest);
    },
    redact(text) {
      if (hidden.size === 0) return text;
      const all = [...hidden.values()];
      return blotted(text, [...rangesOfBytes(text, all), ...rangesOfCodes(text, all)]);
    },
  };
}

interface Spellings {
  readonly bytes: string;
  /** In base64, where it begins at each of the three places of a group, and in hexadecimal, in small letters. */
  readonly base64: readonly string[];
  readonly hex: string;
}

/** A secret of fewer bytes leaves too little in base64 to be told from other text. */
const fewestBytes = 6;

function spellingsOf(secret: string): Spellings {
  const buffer = Buffer.from(secret);
  const isLong = buffer.length >= fewestBytes;
  // What is before it moves the groups of six bits.
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), buffer]).toString("base64");
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + buffer.length) * 8) / 6));
  });
  return { bytes: bytesOf(secret), base64: isLong ? base64 : [], hex: isLong ? buffer.toString("hex") : "" };
}

type Range = readonly [start: number, end: number];

function rangesOfBytes(text: string, all: readonly Spellings[]): readonly Range[] {
  const cut = bytesOf("…");
  return decodings(text).flatMap((decoded) => {
    const place = ([start, end]: Range): Range => [decoded.starts[start] ?? 0, decoded.ends[end - 1] ?? 0];
    const cuts = occurrences(decoded.bytes, cut).map(([start]) => start);
    return all.flatMap(({ bytes }) => [
      ...occurrences(decoded.bytes, bytes).map(place),
      ...cuts.flatMap((at) => beginningBefore(decoded, at, bytes)).map(place),
    ]);
  });
}

/** More of a secret than that is not looked for before a cut: nothing that is shown is longer. */
const longestShown = 200;

/** The beginning of a secret that ends where the text was cut. */
function beginningBefore({ bytes }: DecodedText, at: number, secret: string): readonly Range[] {
  for (let length = Math.min(secret.length, longestShown, at); length >= shortest; length -= 1)
    if (bytes.startsWith(secret.slice(0, length), at - length)) return [[at - length, at]];
  return [];
}

function rangesOfCodes(text: string, all: readonly Spellings[]): readonly Range[] {
  const usual = text.replaceAll("-", "+").replaceAll("_", "/");
  const small = text.toLowerCase();
  return all.flatMap(({ base64, hex }) => [
    ...base64.flatMap((code) => occurrences(usual, code)),
    ...(small.length === text.length ? occurrences(small, hex) : []),
  ]);
}

function occurrences(text: string, wanted: string): readonly Range[] {
  const found: Range[] = [];
  if (wanted === "") return found;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    found.push([at, at + wanted.length]);
  return found;
}

function blotted(text: string, ranges: readonly Range[]): string {
  let result = "";
  let last = 0;
  for (const [start, end] of [...ranges].sort(([left], [right]) => left - right)) {
    if (end <= last) continue;
    // What overlaps is one.
    result += start >= last && (start > last || last === 0) ? `${text.slice(last, start)}${mark}` : "";
    last = end;
  }
  return result + text.slice(last);
}
