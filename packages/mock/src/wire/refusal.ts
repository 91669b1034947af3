import type { Exchange } from "./exchange.js";

/** Prism's own problems that are about the request, by the end of their type. */
const problems =
  /#(?:UNAUTHORIZED|UNPROCESSABLE_ENTITY|INVALID_CONTENT_TYPE|NO_PATH_MATCHED_ERROR|NO_METHOD_MATCHED_ERROR|INVALID_JSON)/;

/** Why the document does not allow a request, in one line. Undefined where it does, and where Prism did not answer. */
export function refusalOf({ request, answer, violations, fault }: Exchange): string | undefined {
  if (fault !== undefined) return undefined;
  const asked = `${request.method} ${request.target}`;
  const wrong = violations.find(({ location, severity }) => location[0] === "request" && severity === "Error");
  if (wrong !== undefined) return `${asked}${wordsOf(wrong.location.slice(1), wrong.message)}`;
  const text = answer.body.toString("utf8");
  return problems.test(text) ? `${asked}, ${answer.status}${reasonIn(text)}` : undefined;
}

/** What is wrong with a request as a whole is at no place. */
function wordsOf(location: readonly string[], message: string): string {
  return [location.join("."), message].map((part) => (part === "" ? "" : `: ${part}`)).join("");
}

/** The first thing that Prism has against a request, or what it calls the problem. */
function reasonIn(text: string): string {
  const { title = "", validation: [first] = [] } = parseProblem(text);
  return first === undefined ? wordsOf([], title) : wordsOf(first.location, first.message);
}

/** A problem of Prism: RFC 9457, with a list of what is wrong. */
interface PrismProblem {
  readonly title?: string;
  readonly validation?: readonly { readonly location: readonly string[]; readonly message: string }[];
}

/** An example of a document may say what a problem of Prism says, and be none. */
function parseProblem(text: string): PrismProblem {
  try {
    // What is read of it is only printed.
    return JSON.parse(text) as PrismProblem;
  } catch {
    return {};
  }
}
