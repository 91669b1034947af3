import type { Code, CommentBlock } from "../print/index.js";
import {
  code,
  comment,
  entry,
  importedType,
  literal,
  objectLiteral,
  openObjectLiteral,
  paragraphs,
} from "../print/index.js";
import { declaration, type ModuleSource } from "./declaration.js";
import type { Field, SchemeVariables } from "./environment-names.js";
import { codeSpan } from "./markdown.js";
import { clientModule } from "./module-paths.js";
import { parameterList, signature } from "./operations.js";
import { handedOnName, runtimeType, runtimeValue } from "./runtime.js";
import type { Scope } from "./scope.js";

/** environment.ts: the function that reads credentials from environment variables. Undefined where no operation takes any. */
export function emitEnvironment(scope: Scope): ModuleSource | undefined {
  const { credentials, fromEnvironment } = scope.api.names;
  if (credentials === undefined || fromEnvironment === undefined) return undefined;
  const parameter = code`env?: ${runtimeType("Environment")}`;
  const members = scope.variables.map((one) => entry(one.scheme.credential, reader(one)));
  const body = code`
    ${comment(...documentation(scope))}
    ${declaration(scope, "function", fromEnvironment)}${signature([parameter], importedType(credentials, clientModule))} {
      return ${objectLiteral(members)};
    }
  `;
  return { body: paragraphs(body), types: [], values: [fromEnvironment], constants: [] };
}

function documentation({ api, variables }: Scope): readonly CommentBlock[] {
  const rows = variables.map((one) => `- ${codeSpan(one.scheme.credential)}: ${variablesText(one)}`);
  return [
    "Credentials from environment variables. What is not set, or empty, is not given: the next alternative of an operation is used then.",
    rows.join("\n"),
    {
      tag: "param",
      subject: "env",
      text: "Where the variables are. Default: those of the process; where a platform has none, there are no variables.",
    },
    { tag: "throws", text: `${handedOnName(api, "CredentialsError")} where half of what belongs together is set.` },
  ];
}

/** The variables of a scheme, in words of Markdown. */
export function variablesText({ names, scheme }: SchemeVariables): string {
  const span = (field: Field): string => codeSpan(names.get(field) ?? "");
  if (names.has("USERNAME")) return `${span("USERNAME")} and ${span("PASSWORD")}`;
  if (!names.has("CLIENT_ID")) return [...names.values()].map(codeSpan).join("");
  const [id, secret, url, scopes] = (["CLIENT_ID", "CLIENT_SECRET", "TOKEN_URL", "SCOPES"] as const).map(span);
  const [client, optional] =
    clientUrl(scheme) === undefined
      ? [`${id}, ${secret} and ${url}`, scopes]
      : [`${id} and ${secret}`, `${scopes} and ${url}`];
  return `${span("ACCESS_TOKEN")}; or ${client}, with ${optional} if need be`;
}

function reader(variables: SchemeVariables): Code {
  const { names, scheme } = variables;
  const name = (field: Field): Code => literal(names.get(field) ?? "");
  if (names.has("USERNAME")) {
    return code`${runtimeValue("basicFrom")}${parameterList(code`env`, name("USERNAME"), name("PASSWORD"))}`;
  }
  if (!names.has("CLIENT_ID")) {
    return code`${runtimeValue("textFrom")}${parameterList(code`env`, literal([...names.values()].join("")))}`;
  }
  const url = clientUrl(scheme);
  const described = openObjectLiteral([
    entry("accessToken", name("ACCESS_TOKEN")),
    entry("clientId", name("CLIENT_ID")),
    entry("clientSecret", name("CLIENT_SECRET")),
    entry("tokenUrl", name("TOKEN_URL")),
    entry("scopes", name("SCOPES")),
    ...(url === undefined ? [] : [entry("statedUrl", literal(url))]),
  ]);
  return code`${runtimeValue("clientFrom")}(env, ${described})`;
}

/** Where a client asks for tokens; nothing where that depends on something else or would not be secret. */
function clientUrl(scheme: SchemeVariables["scheme"]): string | undefined {
  if (scheme.type !== "oauth2") return undefined;
  const url = scheme.flows.find(({ kind }) => kind === "clientCredentials")?.tokenUrl;
  return url?.startsWith("https://") && URL.canParse(url) ? url : undefined;
}
