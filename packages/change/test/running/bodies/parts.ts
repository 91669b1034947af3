import { type SentBody, Unreadable } from "./wire-body.js";

export interface Part {
  /** Undefined where a part is told apart by its position. */
  readonly name: string | undefined;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export function writeParts(type: string, parts: readonly Part[]): SentBody {
  const boundary = boundaryFor(parts);
  const texts = parts.map(({ name, headers, text }) => {
    const lines = [
      ...(name === undefined ? [] : [`Content-Disposition: form-data; name="${name}"`]),
      ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`),
    ];
    return `--${boundary}\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n${text}\r\n`;
  });
  return { header: `${type}; boundary=${boundary}`, text: `${texts.join("")}--${boundary}--\r\n` };
}

/** A part may have parts itself. */
function boundaryFor(parts: readonly Part[]): string {
  const isFree = (boundary: string): boolean => parts.every(({ text }) => !text.includes(`--${boundary}`));
  return ["part", "whole"].find(isFree) ?? "all";
}

/** Parts as a receiver finds them (RFC 2046, 5.1). */
export function readParts({ header, text }: SentBody): readonly Part[] {
  const [, found] = /;\s*boundary=([^;]+)/.exec(header) ?? [];
  if (found === undefined) throw new Unreadable("no boundary");
  return text
    .split(`--${found}`)
    .slice(1, -1)
    .map((piece) => readPart(piece));
}

function readPart(piece: string): Part {
  const end = piece.indexOf("\r\n\r\n");
  const lines = piece.slice(2, end).split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const [, name] = /name="([^"]*)"/.exec(headers["content-disposition"] ?? "") ?? [];
  return { name, headers, text: piece.slice(end + 4, -2) };
}
