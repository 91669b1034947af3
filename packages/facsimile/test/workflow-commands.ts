/** A line as the runner of GitHub Actions reads it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Undefined for a line that the runner takes for text. */
export function readWorkflowCommand(line: string): WorkflowCommand | undefined {
  const start = line.trimStart();
  const end = start.startsWith("::") ? start.indexOf("::", 2) : -1;
  if (end < 0) {
    // The older form is read wherever it stands in a line.
    const [, name, message = ""] = /##\[([^\s\]]+)[^\]]*\](.*)/.exec(line) ?? [];
    return name === undefined ? undefined : { name, properties: {}, message };
  }
  const [name = "", ...rest] = start.slice(2, end).split(" ");
  const pairs = rest.join(" ").split(",").filter(Boolean);
  return {
    name,
    properties: Object.fromEntries(pairs.map((pair) => [pair.split("=")[0], decode(pair.replace(/^[^=]*=/, ""))])),
    message: decode(start.slice(end + 2)),
  };
}

function decode(text: string): string {
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
