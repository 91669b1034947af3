/** A text as bytes, each a character, and where in the original text each begins and ends. */
export interface DecodedText {
  readonly bytes: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** More encodings inside one another are not looked through. */
const deepest = 4;

/**
 * What a text can mean: as it is, and with percent-encoding, HTML and JSON escapes undone as often as there are some. Where it was read in the wrong
 * character set, characters are bytes. Takes linear time.
 */
export function decodings(text: string): readonly DecodedText[] {
  const starts = [asUtf8(text), ...(/[\u0080-\u00ff]/.test(text) ? [asBytes(text)] : [])];
  return starts.flatMap((start) => {
    const levels = [start];
    for (let level = 0; level < deepest; level += 1) {
      const next = undo(levels[level] ?? start);
      if (next === undefined) break;
      levels.push(next);
    }
    return levels;
  });
}

/** Spaces and plus signs are the same, since a form writes one as the other. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString("latin1").replaceAll("+", " ");
}

function asUtf8(text: string): DecodedText {
  const pieces: Piece[] = [];
  let at = 0;
  for (const character of text) {
    pieces.push({ bytes: bytesOf(character), start: at, end: at + character.length });
    at += character.length;
  }
  return joined(pieces);
}

function asBytes(text: string): DecodedText {
  return joined(
    [...Array(text.length).keys()].map((at) => ({
      bytes: (text[at] ?? "").replace("+", " "),
      start: at,
      end: at + 1,
    })),
  );
}

interface Piece {
  readonly bytes: string;
  readonly start: number;
  readonly end: number;
}

function joined(pieces: readonly Piece[]): DecodedText {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { bytes, start, end } of pieces) {
    for (let index = 0; index < bytes.length; index += 1) {
      starts.push(start);
      ends.push(end);
    }
  }
  return { bytes: pieces.map(({ bytes }) => bytes).join(""), starts, ends };
}

const escapes = /%([\da-f]{2})|&(#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);|((?:\\u[\da-f]{4})+)|\\(["\\/])/gi;

/** Undefined where there is nothing to undo. */
function undo({ bytes, starts, ends }: DecodedText): DecodedText | undefined {
  const pieces: Piece[] = [];
  let last = 0;
  const place = (from: number, to: number): Pick<Piece, "start" | "end"> => ({
    start: starts[from] ?? 0,
    end: ends[to - 1] ?? 0,
  });
  const keep = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) pieces.push({ bytes: bytes[at] ?? "", ...place(at, at + 1) });
  };
  for (const found of bytes.matchAll(escapes)) {
    const end = found.index + found[0].length;
    keep(last, found.index);
    pieces.push({ bytes: meaningOf(found), ...place(found.index, end) });
    last = end;
  }
  if (last === 0) return undefined;
  keep(last, bytes.length);
  return joined(pieces);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function meaningOf([, percent, entity, unicode, escaped]: RegExpMatchArray): string {
  if (percent !== undefined) return String.fromCharCode(Number.parseInt(percent, 16)).replace("+", " ");
  if (entity !== undefined) return bytesOf(named[entity.toLowerCase()] ?? ofCode(entity.slice(1).replace(/^x/i, "0x")));
  if (unicode === undefined) return escaped ?? "";
  const units = unicode.split(/\\u/i).slice(1);
  return bytesOf(String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
}

function ofCode(number: string): string {
  const code = Number(number);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
