import type { Direction } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { assignment, code, comment, hardline, identifier, indent } from "../../print/index.js";
import { schemasType, schemasValue } from "../runtime.js";
import type { Scope } from "../scope.js";
import type { NodeAt } from "./body-node.js";
import type { Claim } from "./names.js";

/** What the parts of the module are written from. */
export interface Writing {
  readonly scope: Scope;
  readonly claim: Claim;
  /** The nodes of schemas as values travel in a direction. */
  readonly nodeIn: (direction: Direction) => NodeAt;
}

/** Something that the module hands out. */
export interface Emitted {
  readonly name: string;
  readonly code: Code;
}

/** A constant that is handed out. Its value is made by a call that has no effect, so that a bundle keeps those alone that somebody names. */
export function emitConstant(name: string, docs: string, type: Code, value: Code): Emitted {
  return withDocs(name, docs, assignment(head(name, type), value));
}

/**
 * A schema that is handed out.
 *
 * @param values the type of what fits
 */
export function emitSchema(name: string, docs: string, values: Code, node: Code): Emitted {
  return withDocs(name, docs, schemaConstant(head(name, code`${schemasType("Schema")}<${values}>`), node));
}

function head(name: string, type: Code): Code {
  return code`export const ${identifier(name)}: ${type}`;
}

function withDocs(name: string, docs: string, declared: Code): Emitted {
  return {
    name,
    code: code`
      ${comment(docs)}
      ${declared};
    `,
  };
}

/** The columns of a line. */
const width = 120;

/** `const user: Schema = schema(() => ({ … }))`: laid out as the formatter does it. */
export function schemaConstant(target: Code, node: Code): Code {
  const call = schemaCall(node);
  const ownLine = code`${target} = ${call}`;
  const beforeArrow = target.width + 3 + opening.width;
  const arrowWidth = isObjectLiteral(node) ? arrowStart.width : code`() => ${node});`.width;
  if (beforeArrow + arrowWidth <= width) return ownLine;
  if (beforeArrow <= width)
    return code`${target} = ${opening}${indent(hardline, code`() => ${inArrow(node)},`)}${hardline})`;
  return code`${target} =${indent(hardline, call)}`;
}

const opening = code`/* @__PURE__ */ ${schemasValue("schema")}(`;
const arrowStart = code`() => ({`;

/** `schema(() => ({ … }))` */
export function schemaCall(node: Code): Code {
  return code`${opening}() => ${inArrow(node)})`;
}

/** What an arrow answers: the braces of an object literal would be those of a function. */
function inArrow(node: Code): Code {
  return isObjectLiteral(node) ? code`(${node})` : node;
}

/** An object literal is a group; names and literals are texts. */
function isObjectLiteral(node: Code): boolean {
  return node.kind === "group";
}
