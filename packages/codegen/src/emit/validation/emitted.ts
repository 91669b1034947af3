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

/** A constant that is handed out. Its value is made without a call, so that a bundle keeps those alone that somebody names. */
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

/** `const user: Schema = { … }` */
export function schemaConstant(target: Code, node: Code): Code {
  return code`${target} = ${schemaObject(node)}`;
}

/** A schema. A bundler leaves out an object with a getter that nobody names; of a call it would not know whether it has an effect. */
export function schemaObject(node: Code): Code {
  return code`
    {
      get "~standard"() {
        return ${standardCall(node)};
      },
    }
  `;
}

/** The columns that a call may take inside the getter of a constant. */
const width = 120 - "    return ;".length;

/** `standard(this, () => ({ … }))`, laid out as the formatter does it. */
function standardCall(node: Code): Code {
  const call = schemasValue("standard");
  // What an arrow answers: the braces of an object literal would be those of a function.
  if (isObjectLiteral(node)) return code`${call}(this, () => (${node}))`;
  const line = code`${call}(this, () => ${node})`;
  if (line.width <= width) return line;
  return code`${call}(${indent(hardline, code`this,`, hardline, code`() => ${node},`)}${hardline})`;
}

/** An object literal is a group; names and literals are texts. */
function isObjectLiteral(node: Code): boolean {
  return node.kind === "group";
}
