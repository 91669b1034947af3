import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";

/** The colours of a picture. It has no background of its own. */
export interface Theme {
  readonly text: string;
  /** Of what stands beside the point. */
  readonly rest: string;
  /** Of what the picture is about. */
  readonly own: string;
}

/** For light pages and for dark ones. */
const themes: Readonly<Record<string, Theme>> = {
  "": { text: "#1f2328", rest: "#b6bec9", own: "#0b6bcb" },
  "-dark": { text: "#e6edf3", rest: "#57606a", own: "#58a6ff" },
};

/** Draws a picture twice, as docs/<name>.svg for light pages and docs/<name>-dark.svg for dark ones. */
export function drawBoth(name: string, draw: (theme: Theme) => string): void {
  for (const [suffix, theme] of Object.entries(themes))
    writeFileSync(path.join(root, "docs", `${name}${suffix}.svg`), draw(theme));
}
