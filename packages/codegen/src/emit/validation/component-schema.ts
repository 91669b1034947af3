import type { Code } from "../../print/index.js";
import { code, entry, identifier, importedType } from "../../print/index.js";
import { schemasType } from "../runtime.js";
import { markOf } from "../types/discriminators.js";
import type { DeclaredForm } from "../types/index.js";
import type { Constant } from "./constants.js";
import { type Emitted, emitSchema, schemaConstant, type Writing } from "./emitted.js";
import { markEntries } from "./mark-entries.js";
import { keywordsNode, nodeList } from "./node-list.js";

/** The constant of a component that is handed out, by the name of its type. */
export function emitComponent(writing: Writing, { name, ...constant }: Constant, form: DeclaredForm): Emitted {
  const node = withMark(writing, form, nodeOfConstant(writing, constant));
  return emitSchema(name, `Holds values against \`${form.component}\`.`, importedType(form.name, form.module), node);
}

/** The constant of what only other constants refer to. */
export function emitPrivate(writing: Writing, { name, ...constant }: Constant): Code {
  const declared = code`const ${identifier(name)}: ${schemasType("Schema")}`;
  return code`${schemaConstant(declared, nodeOfConstant(writing, constant))};`;
}

function nodeOfConstant({ nodeIn }: Writing, { value, direction, place }: Omit<Constant, "name">): Code {
  return nodeIn(direction)(value, place);
}

/** What a discriminator says of a component that inherits it, as its type says it. */
function withMark({ scope }: Writing, { value, mark }: DeclaredForm, node: Code): Code {
  if (mark === undefined) return node;
  const use = [{ value, pointer: "" }];
  const own = markOf(scope.types.schemas, use, mark.property, mark.values, mark.isMapped);
  return own === undefined ? node : keywordsNode([...markEntries(own), entry("allOf", nodeList([node]))]);
}
