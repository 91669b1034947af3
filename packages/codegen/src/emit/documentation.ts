import { isRelativeServer, type Operation, type Parameter, type Response, type Server } from "@facsimile/document";
import type { CommentBlock } from "../print/index.js";
import { inputNeed } from "./input.js";
import type { OperationScope } from "./scope.js";
import { ownServer } from "./server.js";
import { parameterBlocks } from "./types/annotate.js";

/** What hovering over an operation shows. `client` is for the function, which takes one. */
export function operationBlocks(scope: OperationScope, takesClient: boolean): readonly (CommentBlock | undefined)[] {
  const { operation } = scope;
  const { summary, description, responses, deprecated } = operation;
  return [
    summary,
    description === summary ? undefined : description,
    requestText(scope),
    responses.map(statusRow).join("\n"),
    takesClient ? { tag: "param", subject: "client", text: "What sends it." } : undefined,
    ...inputTags(operation),
    { tag: "param", subject: "options", text: "For this call only." },
    deprecated ? { tag: "deprecated" } : undefined,
  ];
}

/** What is sent, and where to, if that is another place than the others have. */
function requestText(scope: OperationScope): string {
  const { method, path } = scope.operation;
  const server = ownServer(scope);
  const request = `\`${method.toUpperCase()} ${path}\``;
  return server === undefined ? request : `${request} at \`${server.url}\`${counted(server)}`;
}

function counted(server: Server): string {
  return isRelativeServer(server) ? ", counted from the base URL" : "";
}

function statusRow({ status, description, assumed }: Response): string {
  const [first = ""] = description.trim().split(/\n\s*\n/);
  const text = first.replace(/\s+/g, " ");
  const note = assumed === undefined ? "" : " (assumed: the documentation does not state it)";
  return `- \`${status}\`: ${text}${note}`.replace(/: $/, "");
}

function inputTags(operation: Operation): readonly CommentBlock[] {
  if (inputNeed(operation) === "none") return [];
  const { parameters, requestBody } = operation;
  return [
    ...parameters.map(
      (parameter): CommentBlock => ({ tag: "param", subject: subjectOf(parameter), text: parameterText(parameter) }),
    ),
    ...(requestBody === undefined
      ? []
      : [{ tag: "param", subject: "input.body", text: requestBody.description ?? "The request body." } as const]),
  ];
}

/** `input.path.userID`; a name that is none to the compiler is quoted as in source. */
function subjectOf({ in: place, name }: Parameter): string {
  return /^[\w$]+$/.test(name) ? `input.${place}.${name}` : `input.${place}`;
}

function parameterText(parameter: Parameter): string {
  const text = parameterBlocks(parameter).filter(Boolean).join(" ");
  if (/^[\w$]+$/.test(parameter.name)) return text;
  return text === "" ? `\`${parameter.name}\`` : `\`${parameter.name}\`: ${text}`;
}
