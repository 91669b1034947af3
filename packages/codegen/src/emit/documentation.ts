import {
  isRelativeServer,
  type Operation,
  type Parameter,
  type Response,
  type Schemas,
  type Server,
} from "@facsimile/document";
import type { CommentBlock } from "../print/index.js";
import { inputNeed, places } from "./input.js";
import { parameterBlocks } from "./parameter.js";
import type { OperationScope } from "./scope.js";
import { ownServer } from "./server.js";

/**
 * What hovering over an operation shows, as a function and as a method.
 *
 * @param note - about one way to call it
 */
export function operationBlocks(scope: OperationScope, note?: string): readonly (CommentBlock | undefined)[] {
  const { operation } = scope;
  const { summary, description, responses, deprecated } = operation;
  return [
    summary,
    description === summary ? undefined : description,
    note,
    requestText(scope),
    responses.map(statusRow).join("\n"),
    ...inputTags(scope),
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

function statusRow({ status, summary, description, assumed }: Response): string {
  const [first = ""] = (summary ?? description).trim().split(/\n\s*\n/);
  const text = first.replace(/\s+/g, " ");
  const note = assumed === undefined ? "" : " (assumed: the documentation does not state it)";
  return `- \`${status}\`: ${text}${note}`.replace(/: $/, "");
}

function inputTags({ operation, types }: OperationScope): readonly CommentBlock[] {
  const { parameters, requestBody } = operation;
  return [
    { tag: "param", subject: "input", text: inputText(operation) },
    ...parameters.map(
      (parameter): CommentBlock => ({
        tag: "param",
        subject: subjectOf(parameter),
        text: parameterText(types.schemas, parameter),
      }),
    ),
    ...(requestBody === undefined
      ? []
      : [{ tag: "param", subject: "input.body", text: requestBody.description ?? "The request body." } as const]),
  ];
}

/** What `input` itself is made of, and what of it may be left out: `path`, and if wanted `query`. */
function inputText(operation: Operation): string {
  if (inputNeed(operation) === "none") return "Nothing: there are no parameters and no body.";
  const { parameters, requestBody } = operation;
  const groups = [
    ...places.flatMap((place) => {
      const own = parameters.filter((parameter) => parameter.in === place);
      return own.length === 0 ? [] : [{ name: place, required: own.some(({ required }) => required) }];
    }),
    ...(requestBody === undefined ? [] : [{ name: "body", required: requestBody.required }]),
  ];
  const [needed, others] = [true, false].map((required) =>
    groups.filter((one) => one.required === required).map(({ name }) => `\`${name}\``),
  );
  return [listed(needed), listed(others) && `${listed(others)} if wanted`].filter(Boolean).join(", and ").concat(".");
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[] = []): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `input.path.userID`; a name that is none to the compiler is quoted as in source. */
function subjectOf({ in: place, name }: Parameter): string {
  return /^[\w$]+$/.test(name) ? `input.${place}.${name}` : `input.${place}`;
}

function parameterText(schemas: Schemas, parameter: Parameter): string {
  const text = parameterBlocks(schemas, parameter).filter(Boolean).join(" ");
  if (/^[\w$]+$/.test(parameter.name)) return text;
  return text === "" ? `\`${parameter.name}\`` : `\`${parameter.name}\`: ${text}`;
}
