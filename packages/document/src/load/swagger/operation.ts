import type { Json } from "../document.js";
import { child } from "../pointer.js";
import { convertLaterContent } from "./body-parts.js";
import type { Conversion } from "./conversion.js";
import { type MediaTypeName, readMediaTypes } from "./media-types.js";
import { isObjectNode, memberOf, membersOf, type Node, textOf } from "./node.js";
import { type SplitParameters, splitParameters } from "./parameter.js";
import { convertBody } from "./request-body.js";
import { convertResponse } from "./response.js";
import { convertSchemes } from "./servers.js";

/** What the operations of a document inherit. */
export interface Inherited {
  readonly consumes: readonly MediaTypeName[] | undefined;
  readonly produces: readonly MediaTypeName[] | undefined;
}

/** What is converted otherwise, or has no place in OpenAPI 3.0. */
const converted: ReadonlySet<string> = new Set(["parameters", "responses", "consumes", "produces", "schemes"]);

/**
 * @param shared - the parameters of the path item
 * @param to - the pointer of the operation in what the document becomes
 */
export function convertOperation(
  conversion: Conversion,
  operation: Node,
  inherited: Inherited,
  shared: SplitParameters,
  to: string,
): Json {
  if (!isObjectNode(operation)) return operation.value;
  const draft = conversion.draft().copy(operation, (key) => !converted.has(key));
  const list = memberOf(operation, "parameters");
  const own = splitParameters(conversion, list, to);
  if (list !== undefined && own.parameters !== undefined) draft.set("parameters", own.parameters, list.at);
  const consumes = readMediaTypes(conversion, memberOf(operation, "consumes")) ?? inherited.consumes;
  const body = convertBody(conversion, { ...bodyOf(own, shared), consumes, to });
  if (body !== undefined) draft.set("requestBody", body.value, body.at);
  const later = memberOf(operation, "requestBody");
  if (body === undefined && later !== undefined)
    draft.set("requestBody", convertLaterBody(conversion, later), later.at);
  const stated = readMediaTypes(conversion, memberOf(operation, "produces"));
  const responses = memberOf(operation, "responses");
  if (responses !== undefined)
    draft.set("responses", convertResponses(conversion, responses, stated, inherited, `${to}/responses`), responses.at);
  const schemes = memberOf(operation, "schemes");
  const servers = schemes && convertSchemes(conversion, schemes);
  if (servers !== undefined) draft.set("servers", servers.value, servers.at);
  return draft.json;
}

/** A body replaces the one of the path item whatever its name is, since there is one at most; parameters in a form are told apart by name. */
function bodyOf(own: SplitParameters, shared: SplitParameters): Pick<SplitParameters, "bodies" | "forms"> {
  const names = new Set(own.forms.map((form) => textOf(form, "name")));
  return {
    bodies: own.bodies.length > 0 ? own.bodies : shared.bodies,
    forms: [...shared.forms.filter((form) => !names.has(textOf(form, "name"))), ...own.forms],
  };
}

/** A response that is referred to stays a reference where it is the same for all operations. */
function convertResponses(
  conversion: Conversion,
  responses: Node,
  stated: readonly MediaTypeName[] | undefined,
  { produces }: Inherited,
  to: string,
): Json {
  const found = conversion.follow(responses);
  if (!isObjectNode(found)) return responses.value;
  const draft = conversion.draft();
  for (const [status, response] of membersOf(found)) {
    const ref = textOf(response, "$ref");
    const target = conversion.follow(response);
    const isShared = stated === undefined || target === undefined || memberOf(target, "schema") === undefined;
    const stays = ref !== undefined && (target === undefined || (isShared && isOwn(conversion, target)));
    const value = stays
      ? conversion.reference(response, ref)
      : status.startsWith("x-") || target === undefined
        ? response.value
        : convertResponse(conversion, target, stated ?? produces, child(to, status));
    draft.set(status, value, response.at);
  }
  return draft.json;
}

function isOwn({ root }: Conversion, { at }: Node): boolean {
  return at.source === root && /^\/responses\/[^/]+$/.test(at.pointer);
}

/** A request body in the words of OpenAPI 3. */
function convertLaterBody(conversion: Conversion, body: Node): Json {
  const content = memberOf(body, "content");
  if (content === undefined) return body.value;
  const draft = conversion.draft().copy(body, (key) => key !== "content");
  return draft.set("content", convertLaterContent(conversion, content), content.at).json;
}
