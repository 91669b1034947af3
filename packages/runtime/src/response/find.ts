import type { Operation } from "../operation.js";

/** The key of the response that describes a status: the status itself, its range, or `default`. */
export function findResponse(responses: Operation["responses"], status: number): string | undefined {
  const range = `${Math.trunc(status / 100)}XX`;
  if (status in responses) return `${status}`;
  if (range in responses) return range;
  // Where the document states a success, `default` stands for the errors.
  const success = range === "2XX" && Object.keys(responses).some((key) => key.startsWith("2"));
  return "default" in responses && !success ? "default" : undefined;
}
