import type { Operation, RangeFinder } from "../operation.js";

/** The key of the response that describes a status: the status itself, or what the operation has for all others. */
export function findResponse({ responses, findRange }: Operation<never>, status: number): string | undefined {
  return status in responses ? `${status}` : findRange?.(responses, status);
}

/** The range of a status, or `default`. Where the document states a success, `default` stands for the errors. */
export const findRange: RangeFinder = (responses, status) => {
  const range = `${Math.trunc(status / 100)}XX`;
  if (range in responses) return range;
  const success = range === "2XX" && Object.keys(responses).some((key) => key.startsWith("2"));
  return "default" in responses && !success ? "default" : undefined;
};
