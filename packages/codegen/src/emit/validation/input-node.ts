import type { Json, MediaType, Operation, Parameter, ParameterPlace } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { entry, literal } from "../../print/index.js";
import { anyOf, type NodeAt, requestBodyNode } from "./body-node.js";
import { keywordsNode, nodeList } from "./node-list.js";

const places: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

/** A member of an object: its name, what it has to be, and whether it has to be there. */
interface Member {
  readonly name: string;
  readonly node: Code;
  readonly isRequired: boolean;
}

/** What an operation takes, as the type of its input says: one object for each media type of its body. */
export function inputNode(operation: Operation, nodeAt: NodeAt): Code {
  const groups = places.flatMap((place) => groupMember(operation, place, nodeAt));
  const bodies = bodyMembers(operation, nodeAt);
  return bodies.length === 0 ? objectNode(groups) : anyOf(bodies.map((body) => objectNode([...groups, ...body])));
}

function groupMember({ parameters }: Operation, place: ParameterPlace, nodeAt: NodeAt): readonly Member[] {
  const own = parameters.filter((parameter) => parameter.in === place);
  if (own.length === 0) return [];
  const isRequired = own.some(({ required }) => required);
  return [{ name: place, node: objectNode(own.map((one) => parameterMember(one, nodeAt))), isRequired }];
}

function parameterMember({ name, required, schema }: Parameter, nodeAt: NodeAt): Member {
  return { name, node: nodeAt(schema.json as Json, "text"), isRequired: required };
}

function bodyMembers({ requestBody }: Operation, nodeAt: NodeAt): readonly (readonly Member[])[] {
  if (requestBody === undefined) return [];
  const { content, required } = requestBody;
  return content.map((mediaType, index) => {
    const body = { name: "body", node: requestBodyNode(mediaType, nodeAt), isRequired: required || index > 0 };
    return content.length === 1 ? [body] : [body, mediaTypeMember(mediaType, index > 0)];
  });
}

function mediaTypeMember({ name }: MediaType, isRequired: boolean): Member {
  return { name: "contentType", node: keywordsNode([entry("const", literal(name))]), isRequired };
}

function objectNode(members: readonly Member[]): Code {
  const required = members.flatMap(({ name, isRequired }) => (isRequired ? [literal(name)] : []));
  return keywordsNode([
    entry("type", literal("object")),
    required.length === 0 ? undefined : entry("required", nodeList(required)),
    entry("properties", keywordsNode(members.map(({ name, node }) => entry(name, node)))),
  ]);
}
