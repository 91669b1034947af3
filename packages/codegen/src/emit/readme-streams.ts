import { code, identifier, memberName, printFragment } from "../print/index.js";
import { exampleInput, variableName } from "./example.js";
import { codeSpan, fence, section } from "./markdown.js";
import { handedOnName } from "./runtime.js";
import { operationScopes, type Scope } from "./scope.js";
import { hasStream } from "./streams.js";

/** What a reader has to know of operations whose answers come item by item; undefined where there are none. */
export function streamsSection(scope: Scope): string | undefined {
  const all = operationScopes(scope).filter(({ operation }) => hasStream(operation));
  const [own] = all;
  if (own === undefined) return undefined;
  const variable = identifier(variableName(scope.api));
  const call = code`${variable}.${memberName(own.operation.name)}(${exampleInput(own)})`;
  const source = code`
    const result = await ${call};
    if (result.ok) for await (const item of result.data) console.log(item);
  `;
  const error = codeSpan(handedOnName(scope.api, "StreamError"));
  return section(
    "Streams",
    `${all.map(({ operation }) => codeSpan(operation.name)).join(", ")}: \`data\` of a success gives each item when it has come, and ends the request when the loop is left. Where the API says in between that it failed, as far as its document states how, a ${error} is thrown.`,
    fence("ts", printFragment(source)),
  );
}
