import type { Operation } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import {
  entry,
  identifier,
  importedType,
  named,
  objectLiteral,
  type Type,
  typeCode,
  union,
} from "../../print/index.js";
import { statusKey } from "../body-type.js";
import { schemasType } from "../runtime.js";
import { answerNode, anyOf } from "./body-node.js";
import { type Emitted, emitConstant, emitSchema, schemaObject, type Writing } from "./emitted.js";
import { inputNode } from "./input-node.js";

/** What is held against the values of an operation. */
export interface OperationParts {
  readonly declared: readonly Emitted[];
  /** The entry of the operation in the table of all; undefined where nothing of it is held. */
  readonly row: { readonly key: string; readonly entry: Code } | undefined;
}

export function emitOperationSchemas(writing: Writing, operation: Operation): OperationParts {
  const input = emitInputSchema(writing, operation);
  const answers = emitAnswerSchemas(writing, operation);
  const declared = [input, answers].filter((one) => one !== undefined);
  if (declared.length === 0) return { declared, row: undefined };
  const { id, method, path } = operation;
  const key = `${id} ${method.toUpperCase()} ${path}`;
  const row = objectLiteral([
    input && entry("input", identifier(input.name)),
    answers && entry("answers", identifier(answers.name)),
  ]);
  return { declared, row: { key, entry: entry(key, row) } };
}

function emitInputSchema({ claim, nodeIn, scope }: Writing, operation: Operation): Emitted | undefined {
  const { inputName, name } = operation;
  if (inputName === undefined) return undefined;
  const type = importedType(inputName, scope.modules.get(operation) ?? "");
  const node = inputNode(operation, nodeIn("request"));
  return emitSchema(claim(`${inputName}Schema`), `Holds what \`${name}\` takes.`, type, node);
}

/** The JSON of its answers, by the key of the response. */
function emitAnswerSchemas(writing: Writing, operation: Operation): Emitted | undefined {
  const { claim, nodeIn, scope } = writing;
  const { resultName, name, responses } = operation;
  const stated = responses.flatMap(({ status, content }) => {
    const nodes = content.map((one) => answerNode(one, nodeIn("response"))).filter((node) => node !== undefined);
    return nodes.length === 0 ? [] : [{ key: statusKey(status), node: anyOf(nodes) }];
  });
  if (stated.length === 0) return undefined;
  const keys = union(stated.map(({ key }): Type => ({ kind: "literal", value: key })));
  const result = named(importedType(resultName, scope.modules.get(operation) ?? ""));
  const type = typeCode(named(schemasType("AnswerSchemas"), result, keys));
  const entries = stated.map(({ key, node }) => entry(String(key), schemaObject(node)));
  return emitConstant(claim(`${resultName}Schemas`), `Hold what \`${name}\` answers.`, type, objectLiteral(entries));
}
