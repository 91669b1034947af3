import type { Direction, SchemaType } from "@facsimile/document";
import { isBytes } from "@facsimile/samples";
import { alias, type Claim, type TypeCheck } from "./claim.js";
import { type ComponentUses, componentUses, pointerTo } from "./component-uses.js";
import type { TypeContext } from "./context.js";
import { noBytes, type TypedPlace, type ValueClaims, valueClaims } from "./value-claims.js";

/** The types that a package exports for the components, each in the directions in which it travels. */
export function* componentChecks(context: TypeContext, components: readonly string[]): Generator<TypeCheck, void> {
  // Where components travel takes long to find in a large document, and a sample has none.
  if (components.length === 0) return;
  const { api, document } = context;
  const uses = componentUses(document.json, api);
  const wanted = new Set(components);
  for (const type of api.schemaTypes) {
    if (!wanted.has(type.component)) continue;
    if (isBytesAlone(context, type)) yield bytesAlone(type);
    else
      for (const direction of directionsOf(uses, type))
        yield direction === "response" ? answerCheck(context, type) : requestCheck(context, uses, type);
  }
}

/** What does not travel is tried as an answer. What is a form is tried where it is sent: parts of it are bytes there and text elsewhere. */
function directionsOf(
  { sent, answered, forms, directed }: ComponentUses,
  { component }: SchemaType,
): readonly Direction[] {
  const isSent = sent.has(component) && !forms.has(component);
  const isAnswered = answered.has(component) || !sent.has(component);
  const both = isSent && isAnswered && directed.has(component);
  if (both) return ["request", "response"];
  return isAnswered ? ["response"] : isSent ? ["request"] : [];
}

function answerCheck(context: TypeContext, { component, name }: SchemaType): TypeCheck {
  const values = valueClaims(context, placeOf(component, name, "response"));
  return { name: `schema ${component}: types in answers`, ...values };
}

/** What differs in requests has a type of its own there, if a package finds that needed. */
function requestCheck(context: TypeContext, uses: ComponentUses, type: SchemaType): TypeCheck {
  const { component, name, requestName } = type;
  const check = `schema ${component}: types in requests`;
  const shared = placeOf(component, name, "request");
  if (!uses.directed.has(component)) return { name: check, ...valueClaims(context, shared) };
  const own: Claim = { ...alias(context.newName(), `Schemas.${requestName}`, ""), expected: "either" };
  const values: readonly ValueClaims[] = [
    valueClaims(context, { ...placeOf(component, requestName, "request"), given: [own] }),
    valueClaims(context, { ...shared, unless: own }),
  ];
  return { name: check, claims: [own, ...values.flatMap(({ claims }) => claims)], holes: values[0]?.holes ?? [] };
}

function placeOf(component: string, name: string, direction: Direction): TypedPlace {
  const pointer = pointerTo(component);
  const subject = `schema ${component}`;
  return { subject, type: `Schemas.${name}`, pointer, direction, isWhole: true, takesBytes: noBytes };
}

function isBytesAlone({ meanings }: TypeContext, { component }: SchemaType): boolean {
  return isBytes(meanings.response.schemas.view(meanings.response.use(pointerTo(component))));
}

function bytesAlone({ component }: SchemaType): TypeCheck {
  const hole = `schema ${component}: it is bytes in some places and text in others, where it is tried`;
  return { name: `schema ${component}: types`, claims: [], holes: [hole] };
}
