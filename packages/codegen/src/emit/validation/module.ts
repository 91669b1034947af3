import type { Direction, Document } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { assignment, code, identifier, openObjectLiteral, paragraphs, sequence } from "../../print/index.js";
import type { ModuleSource } from "../declaration.js";
import { runtimeType, schemasType, schemasValue } from "../runtime.js";
import type { Scope } from "../scope.js";
import type { NodeAt } from "./body-node.js";
import { emitComponent, emitPrivate } from "./component-schema.js";
import { Constants } from "./constants.js";
import { type Emitted, emitConstant, type Writing } from "./emitted.js";
import { emitEventSchema } from "./event-schema.js";
import { claimOf } from "./names.js";
import { emitOperationSchemas } from "./operation-schemas.js";
import { schemaNode } from "./schema-node.js";

/** validation.ts: what the values of components, operations and webhooks are held against at run time. */
export function emitValidation(scope: Scope, dialect: Document["dialect"]): ModuleSource {
  const claim = claimOf(scope.api);
  const constants = new Constants(scope.types, dialect, claim);
  const nodeIn =
    (direction: Direction): NodeAt =>
    (schema, place) =>
      schemaNode(constants.readingOf(direction), schema, place);
  const writing: Writing = { scope, claim, nodeIn };
  const options = [claim("answers"), claim("calls")] as const;
  const operations = scope.api.operations.map((one) => emitOperationSchemas(writing, one));
  const events = scope.api.received.flatMap((one) => emitEventSchema(writing, one) ?? []);
  const table = claim("operations");
  const checks = emitChecks(options, table);
  const components = emitConstants(writing, constants);
  const emitted = [...components.emitted, ...operations.flatMap(({ declared }) => declared), ...events, ...checks];
  const rows = new Map(operations.flatMap(({ row }) => (row === undefined ? [] : [[row.key, row.entry] as const])));
  return {
    body: paragraphs(
      ...components.hidden.map(({ code: hidden }) => hidden),
      ...emitted.slice(0, -checks.length).map(({ code: one }) => one),
      assignment(
        sequence(code`const ${identifier(table)}: `, schemasType("DescribedOperations")),
        code`${openObjectLiteral([...rows.values()])};`,
      ),
      ...checks.map(({ code: one }) => one),
    ),
    types: [],
    values: emitted.map(({ name }) => name),
    constants: [table, ...components.hidden.map(({ name }) => name)],
  };
}

/** The constants of components. What one of them refers to besides is added behind those that are there. */
function emitConstants(
  writing: Writing,
  constants: Constants,
): { readonly emitted: readonly Emitted[]; readonly hidden: readonly Emitted[] } {
  const emitted: Emitted[] = [];
  const hidden: Emitted[] = [];
  for (const constant of constants.all) {
    if (constant.form === undefined) hidden.push({ name: constant.name, code: emitPrivate(writing, constant) });
    else emitted.push(emitComponent(writing, constant, constant.form));
  }
  return { emitted, hidden };
}

/** What the option `validate` of a client takes. */
function emitChecks([answers, calls]: readonly [string, string], table: string): readonly Emitted[] {
  const type = runtimeType("Validation");
  const call = (check: string): Code => code`(operation) => ${schemasValue(check)}(${identifier(table)}, operation)`;
  return [
    emitConstant(answers, "For the option `validate`: holds what is answered.", type, call("checkAnswers")),
    emitConstant(
      calls,
      "For the option `validate`: holds what is sent, and what is answered.",
      type,
      call("checkCalls"),
    ),
  ];
}
