/** The text that is told, where it is what was printed; `…` alone in a line stands for any lines, and within a line for any text. */
export function saidOf(printed: string, told: string): string {
  const lines = told.split("\n").map((line) => (line === "…" ? "(?:.*\n)*" : `${patternOf(line)}\n`));
  return new RegExp(`^${lines.join("")}$`).test(`${printed}\n`) ? told : printed;
}

function patternOf(line: string): string {
  return line.split("…").map(literal).join(".*");
}

function literal(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
