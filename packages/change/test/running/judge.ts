import { isObject, type Json, type JsonObject } from "@facsimile/document";
import { _, Ajv2020, type CodeKeywordDefinition, Name } from "ajv/dist/2020.js";
import { childrenOf, withChild } from "./edits.js";
import { type Judge, judgeBy, mapped, type Schemas } from "./judging.js";
import { inNewWords } from "./new-words.js";
import type { Dialect } from "./random-schemas.js";

/**
 * What Ajv says of values. Of some schemas it makes code that names or sets what it has not declared, and throws a ReferenceError or a TypeError then;
 * of others it says what is wrong. What is known of these is mended here, for the rest see agreement.ts.
 *
 * @param subject - The one of the schemas that values are held against.
 */
export function judgeOf(dialect: Dialect, components: Schemas, subject = "Subject"): Judge {
  const modern = mapped(components, (schema) => (dialect === "3.0" ? inNewWords(schema) : withoutTraps(schema)));
  return judgeBy(compile, modern, subject);
}

function compile(schema: JsonObject): (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, meta: false, logger: false });
  mendUnevaluatedItems(ajv);
  return ajv.compile(schema);
}

/** Where another keyword has evaluated all items, Ajv 8.20 compares how many there are with `true`, so that two are too many. */
function mendUnevaluatedItems(ajv: Ajv2020): void {
  const keyword = "unevaluatedItems";
  const definition = ajv.getKeyword(keyword);
  if (typeof definition !== "object" || !("code" in definition)) throw new Error(`Ajv does not know ${keyword}.`);
  const code: CodeKeywordDefinition["code"] = (context) => {
    const { it, gen, data } = context;
    if (it.items instanceof Name)
      it.items = gen.const("evaluated", _`${it.items} === true ? ${data}.length : ${it.items}`);
    definition.code(context);
  };
  ajv.removeKeyword(keyword).addKeyword({ keyword, type: "array", schemaType: ["boolean", "object"], code });
}

/** Ajv 8.20 takes `[]` for valid where `contains` stands beside `prefixItems`, and reads `nullable`, which is none of the keywords of 2020-12. */
function withoutTraps(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const { nullable: _nullable, ...whole } = childrenOf(schema).reduce<JsonObject>(
    (each, [path, child]) => withChild(each, path, withoutTraps(child)),
    schema,
  );
  if (whole.contains === undefined) return whole;
  const { minContains, maxContains, allOf, ...rest } = whole;
  const contains = withKeyword(whole.contains);
  if (whole.prefixItems === undefined) return { ...whole, contains };
  const counts = {
    ...(minContains !== undefined && { minContains }),
    ...(maxContains !== undefined && { maxContains }),
  };
  const { contains: _apart, ...others } = rest;
  return { ...others, allOf: [...(Array.isArray(allOf) ? allOf : []), { contains, ...counts }] };
}

/** Ajv 8.20 takes no item for evaluated by a `contains` that says nothing. */
function withKeyword(contains: Json): Json {
  return contains === true || (isObject(contains) && Object.keys(contains).length === 0) ? { not: false } : contains;
}
