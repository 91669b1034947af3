import { type Code, code, identifier, memberName, printFragment } from "../print/index.js";
import { exampleInput, variableName } from "./example.js";
import { codeSpan, fence, section } from "./markdown.js";
import { successContents } from "./result.js";
import { handedOnName } from "./runtime.js";
import { type OperationScope, operationScopes, type Scope } from "./scope.js";
import { hasStream } from "./streams.js";

/** What a reader has to know of operations whose answers come item by item; undefined where there are none. */
export function streamsSection(scope: Scope): string | undefined {
  const all = operationScopes(scope).filter(({ operation }) => hasStream(operation));
  if (all.length === 0) return undefined;
  const error = codeSpan(handedOnName(scope.api, "StreamError"));
  const names = all.map(({ operation }) => codeSpan(operation.name)).join(", ");
  const text = `${names}: \`data\` of a success gives each item when it has come, and ends the request when the loop is left. Where the API says in between that it failed, as far as its document states how, a ${error} is thrown.`;
  const source = exampleLoop(scope, all);
  return source === undefined ? section("Streams", text) : section("Streams", text, fence("ts", printFragment(source)));
}

/** A call whose success is a stream whatever it is asked; undefined where there is none. */
function exampleLoop({ api }: Scope, all: readonly OperationScope[]): Code | undefined {
  const own = all.find((scope) =>
    successContents(scope).every(({ mediaType }) => mediaType?.stream && mediaType.stream.condition === undefined),
  );
  if (own === undefined) return undefined;
  const call = code`${identifier(variableName(api))}.${memberName(own.operation.name)}(${exampleInput(own)})`;
  return code`
    const result = await ${call};
    if (result.ok) for await (const item of result.data) console.log(item);
  `;
}
