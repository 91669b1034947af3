import type { Json } from "../document.js";
import type { Conversion } from "./conversion.js";
import { inside, isObjectNode, memberOf, membersOf, type Node, textOf } from "./node.js";

/** The flows of OAuth 2 by their names in Swagger 2.0 (Security Scheme Object) and in OpenAPI 3.0. */
const flows: Readonly<Record<string, string>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode",
};

const ofFlow: ReadonlySet<string> = new Set(["flow", "authorizationUrl", "tokenUrl", "scopes"]);

function convertSecurityScheme(conversion: Conversion, scheme: Node): Json {
  if (!isObjectNode(scheme)) return scheme.value;
  const type = textOf(scheme, "type")?.toLowerCase();
  const at = inside(scheme.at, "type");
  if (type === "basic")
    return conversion
      .draft()
      .copy(scheme, (key) => key !== "type")
      .set("type", "http", at)
      .set("scheme", "basic", at).json;
  return type === "oauth2" && memberOf(scheme, "flows") === undefined
    ? convertOAuth2(conversion, scheme)
    : scheme.value;
}

function convertOAuth2(conversion: Conversion, scheme: Node): Json {
  const draft = conversion.draft().copy(scheme, (key) => !ofFlow.has(key));
  const flow = memberOf(scheme, "flow");
  const name = flowName(flow);
  if (flow === undefined || name === undefined) {
    const message = "It is not said by which flow of OAuth 2 tokens are got; the package does not say it either.";
    const fix = `Write flow: ${Object.keys(flows).join(", or ")}.`;
    conversion.findings.report("structure-invalid", flow?.at ?? scheme.at, message, fix);
    return draft.set("flows", {}, flow?.at ?? scheme.at).json;
  }
  const made = conversion.draft().copy(scheme, (key) => ofFlow.has(key) && key !== "flow");
  return draft.set("flows", conversion.draft().set(name, made.json, flow.at).json, flow.at).json;
}

/** The names of OpenAPI 3.0 are understood too. */
function flowName(flow: Node | undefined): string | undefined {
  const word = String(flow?.value ?? "").toLowerCase();
  return Object.entries(flows).find(([before, after]) =>
    [before.toLowerCase(), after.toLowerCase()].includes(word),
  )?.[1];
}

export function convertSecuritySchemes(conversion: Conversion, schemes: Node): Json {
  if (!isObjectNode(schemes)) return schemes.value;
  const draft = conversion.draft();
  for (const [name, scheme] of membersOf(schemes))
    draft.set(name, convertSecurityScheme(conversion, scheme), scheme.at);
  return draft.json;
}
