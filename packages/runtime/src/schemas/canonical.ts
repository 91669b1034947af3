/** A text that two JSON values share where they are equal, in whatever order their names stand. What is not to be told apart is not walked twice. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, inOrder) ?? "undefined";
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}
