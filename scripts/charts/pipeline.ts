import type { Theme } from "./theme.js";

/** A step, or what it makes. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly note: string;
  readonly isOurs?: boolean;
}

interface Arrow {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly name: string;
}

const [width, height] = [192, 56];

const boxes: readonly Box[] = [
  { x: 8, y: 100, name: "documentation", note: "pages that others write" },
  { x: 288, y: 100, name: "openapi.yaml", note: "by hand, the only truth", isOurs: true },
  { x: 288, y: 8, name: "evidence", note: "each fact with page and line" },
  { x: 600, y: 8, name: "npm package", note: "thin, typed, one a provider", isOurs: true },
  { x: 600, y: 100, name: "mock server", note: "Prism, booted from the spec" },
  { x: 600, y: 192, name: "version number", note: "proved against the last one" },
  { x: 872, y: 54, name: "contract test", note: "every call, held on both sides" },
];

const arrows: readonly Arrow[] = [
  { from: [200, 112], to: [288, 44], name: "read" },
  { from: [200, 128], to: [288, 128], name: "" },
  { from: [384, 64], to: [384, 100], name: "verify" },
  { from: [480, 114], to: [600, 40], name: "generate" },
  { from: [480, 128], to: [600, 128], name: "mock" },
  { from: [480, 142], to: [600, 216], name: "changeset" },
  { from: [792, 40], to: [872, 72], name: "" },
  { from: [792, 128], to: [872, 94], name: "" },
];

/** The way from documentation pages to packages that are proved. */
export function drawPipeline({ text, rest, own }: Theme): string {
  const parts = [
    ...arrows.map((arrow) => drawArrow(arrow, text, rest)),
    ...boxes.map((box) => drawBox(box, text, rest, own)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1072 256" width="1072" height="256" font-family="system-ui, sans-serif">
<title>From documentation pages to an OpenAPI document, and from that to a package, a mock server, contract tests and a version number</title>
<defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="${rest}"/></marker></defs>
${parts.join("\n")}
</svg>
`;
}

function drawBox({ x, y, name, note, isOurs = false }: Box, text: string, rest: string, own: string): string {
  const line = isOurs ? own : rest;
  const middle = x + width / 2;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="none" stroke="${line}" stroke-width="${isOurs ? 2 : 1.5}"/>`,
    `<text x="${middle}" y="${y + 24}" fill="${text}" font-size="15" font-weight="600" text-anchor="middle">${name}</text>`,
    `<text x="${middle}" y="${y + 43}" fill="${text}" font-size="11.5" text-anchor="middle">${note}</text>`,
  ].join("\n");
}

function drawArrow({ from: [x1, y1], to: [x2, y2], name }: Arrow, text: string, rest: string): string {
  const line = `<line x1="${x1}" y1="${y1}" x2="${x2 - (x1 === x2 ? 0 : 2)}" y2="${y2 - (x1 === x2 ? 2 : 0)}" stroke="${rest}" stroke-width="1.5" marker-end="url(#end)"/>`;
  if (name === "") return line;
  const [x, y] =
    x1 === x2
      ? [x1 + 24, (y1 + y2) / 2 + 4]
      : [(x1 + x2) / 2 - Math.abs(y2 - y1) / 4, (y1 + y2) / 2 + (y2 > y1 ? 18 : -8)];
  return `${line}\n<text x="${x}" y="${y}" fill="${text}" font-size="12" text-anchor="middle">${name}</text>`;
}
