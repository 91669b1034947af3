import type { RootContent } from "mdast";
import { lineOf, nodesOfType, type Section, splitSections } from "./markdown.js";
import type { Reading } from "./reading.js";

/**
 * Reads the classes that a Ruby model may be, which its page shows as the answer of `openapi_one_of` or `openapi_any_of`:
 *
 *     # => [ :'Book', :'Author' ]
 */
export function readClassMethods(model: string, part: Section, reading: Reading): "alias" | "opaque" {
  const { sections } = splitSections(part.content, (heading) => heading.depth === 3);
  const methods = sections.filter(({ title }) => /^openapi_(one|any)_of$/.test(title));
  const [method] = methods;
  const classes = method === undefined ? [] : classesOf(method.content);
  if (method === undefined || methods.length > 1 || classes.length === 0) {
    const message = `the page does not show which classes the model "${model}" may be`;
    reading.problem(lineOf(part.heading), message, "Get the whole page");
    return "opaque";
  }
  const line = lineOf(method.heading);
  const types = classes.flatMap((name) => reading.type(name, line) ?? []);
  reading.state(["model", model, "type"], line, types.join(" | "));
  return "alias";
}

function classesOf(content: readonly RootContent[]): readonly string[] {
  const code = content.flatMap((node) => nodesOfType(node, "code"))[0]?.value ?? "";
  const answer = code.slice(code.indexOf("# =>"));
  if (!answer.startsWith("# =>") || !answer.trimEnd().endsWith("]")) return [];
  return [...answer.matchAll(/:'([^'\n]+)'/g)].map((match) => match[1] ?? "");
}
