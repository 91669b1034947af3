import type { Surroundings } from "../plan/surroundings.js";
import { code, identifier, literal, printFragment } from "../print/index.js";
import { variablesText } from "./environment.js";
import { exampleOperation, exampleOptions, variableName } from "./example.js";
import { codeSpan, fence, table } from "./markdown.js";
import type { Scope } from "./scope.js";

/** What the README says of the environment variables of a package, where it takes credentials. */
export function environmentParagraphs(scope: Scope, { name }: Surroundings): readonly string[] {
  const { factory, fromEnvironment } = scope.api.names;
  const own = exampleOperation(scope);
  if (fromEnvironment === undefined || own === undefined) return [];
  const options = exampleOptions(own, code`${identifier(fromEnvironment)}()`);
  const source = code`
    import { ${identifier(factory)}, ${identifier(fromEnvironment)} } from ${literal(name)};

    const ${identifier(variableName(scope.api))} = ${identifier(factory)}(${options});
  `;
  const rows = scope.variables.map((one) => [codeSpan(one.scheme.credential), variablesText(one)]);
  return [
    `\`${fromEnvironment}()\` reads them from environment variables. What is not set, or empty, is not given. Where there is no process, as in workers, it is given what there is: \`${fromEnvironment}(env)\`.`,
    fence("ts", printFragment(source)),
    table(["Name", "Variables"], rows),
  ];
}
