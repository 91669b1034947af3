import type { Json } from "@facsimile/document";
import { referred } from "../sets/referred.js";
import { isWrittenSame } from "../sets/spelling.js";
import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { parameterKey, pathNames, type WireOperation } from "./operations.js";
import { type Both, type Editions, found } from "./place.js";
import { mayHoldReserved } from "./reserved.js";
import { compareSerialization, schemaIn } from "./serialization.js";
import { code, inWords } from "./words.js";

/** Headers that OpenAPI takes from elsewhere: as parameters they mean nothing (3.1.1, 4.8.12.2.1). */
const ignored: ReadonlySet<string> = new Set(["header accept", "header content-type", "header authorization"]);

export function compareParameters(editions: Editions, was: WireOperation, is: WireOperation): readonly Found[] {
  const old = byKey(was);
  const next = byKey(is);
  const swapped = swap(was, is);
  const changes = [...next].flatMap(([key, parameter]) => {
    const before = old.get(key);
    return before === undefined
      ? [added(editions, parameter)]
      : compareParameter(editions, { old: before, new: parameter });
  });
  const gone = [...old].filter(([key]) => !next.has(key)).map(([, parameter]) => removed(editions, parameter));
  return [...(swapped ? [swappedPath(editions, was, is)] : []), ...changes, ...gone];
}

/** Path parameters are known by their place in the path, all others by name. */
function byKey(operation: WireOperation): ReadonlyMap<string, ObjectNode> {
  const names = pathNames(operation.path);
  const parameters = operation.parameters.flatMap((parameter): [string, ObjectNode][] => {
    if (parameter.value.in !== "path")
      return ignored.has(parameterKey(parameter)) ? [] : [[parameterKey(parameter), parameter]];
    const place = names.indexOf(String(parameter.value.name));
    return place < 0 ? [] : [[`path ${place}`, parameter]];
  });
  return new Map(parameters);
}

/** The same names at other places: what was one thing is read as another one. */
function swap(was: WireOperation, is: WireOperation): boolean {
  const [old, next] = [pathNames(was.path), pathNames(is.path)];
  return old.join("/") !== next.join("/") && [...old].sort().join("/") === [...next].sort().join("/");
}

function swappedPath({ sent }: Editions, was: WireOperation, is: WireOperation): Found {
  return found(
    "path-parameters-swapped",
    sent,
    { old: was.node, new: is.node },
    `the parameters of ${code(was.path)} stand in another order now: ${code(is.path)}`,
  );
}

/** What the path has in any case is only described. */
function added({ sent }: Editions, parameter: ObjectNode): Found {
  if (parameter.value.in === "path") {
    return found("parameter-added", sent, { new: parameter }, `${nameOf(parameter)} is declared now`);
  }
  const isRequired = parameter.value.required === true;
  const words = `${nameOf(parameter)} is new${isRequired ? " and required" : ""}`;
  return found(isRequired ? "required-parameter-added" : "parameter-added", sent, { new: parameter }, words);
}

function removed({ sent }: Editions, parameter: ObjectNode): Found {
  if (parameter.value.in === "path") {
    const words = `${nameOf(parameter)} is no longer declared`;
    return found("parameter-removed", sent, { old: parameter }, words, { class: "safe" });
  }
  const more = sent === "response" && parameter.value.required === true ? { class: "breaking" as const } : {};
  return found("parameter-removed", sent, { old: parameter }, `${nameOf(parameter)} is gone`, more);
}

function nameOf({ value }: ObjectNode): string {
  return `${value.in} parameter ${code(String(value.name))}`;
}

function compareParameter(editions: Editions, both: Both): readonly Found[] {
  const { sent } = editions;
  const subject = nameOf(both.new);
  return [
    ...compareMatrixName(editions, both, subject),
    ...compareRequired(editions, both),
    ...compareSerialization(editions, both, sent, subject, "parameter-serialization-changed"),
    ...compareParameterDefault(editions, both, subject),
    ...compareReserved(editions, both, subject),
    ...compareEmpty(editions, both, subject),
  ];
}

function compareReserved({ new: next, sent }: Editions, both: Both, subject: string): readonly Found[] {
  const edit = flagEdit(both, "allowReserved");
  if (edit === undefined || !mayHoldReserved(next.shapes.request.of(schemaIn(both.new)))) return [];
  return edit === "set"
    ? [found("reserved-characters-allowed", sent, both, `reserved characters may stand in ${subject} as they are`)]
    : [
        found(
          "reserved-characters-refused",
          sent,
          both,
          `reserved characters in ${subject} have to be percent-encoded now`,
        ),
      ];
}

function compareEmpty({ sent }: Editions, both: Both, subject: string): readonly Found[] {
  const edit = flagEdit(both, "allowEmptyValue");
  if (edit === undefined) return [];
  return edit === "set"
    ? [found("empty-value-allowed", sent, both, `${subject} may be sent without a value now`)]
    : [found("empty-value-refused", sent, both, `${subject} may no longer be sent without a value`)];
}

/** What became of a flag of a query parameter; no other one has these. */
function flagEdit(both: Both, flag: string): "set" | "unset" | undefined {
  const [was, is] = [both.old.value[flag] === true, both.new.value[flag] === true];
  if (was === is || both.new.value.in !== "query") return undefined;
  return is ? "set" : "unset";
}

/** In the style `matrix` the name of a path parameter travels: `/;id=5` (RFC 6570, 3.2.7). */
function compareMatrixName({ sent }: Editions, both: Both, subject: string): readonly Found[] {
  const isMatrix = [both.old, both.new].every(({ value }) => value.in === "path" && value.style === "matrix");
  if (!isMatrix || both.old.value.name === both.new.value.name) return [];
  return [found("parameter-serialization-changed", sent, both, `${subject} is sent by this name now`)];
}

/** What a server takes where the parameter is left out. */
function compareParameterDefault({ old, new: next, sent }: Editions, both: Both, subject: string): readonly Found[] {
  if (both.new.value.required === true || both.new.value.in === "path" || sent === "response") return [];
  const [was, is] = [defaultOf(old, both.old), defaultOf(next, both.new)];
  const spelling = [both.old, both.new].some(({ value }) => value.content !== undefined) ? "json" : "text";
  if (isWrittenSame(spelling, was.value, is.value)) return [];
  const edit = was.value === undefined ? "added" : is.value === undefined ? "removed" : "changed";
  return [
    found(
      `default-${edit}`,
      sent,
      { old: was, new: is },
      `the default of ${subject} is ${inWords(is.value)} now, it was ${inWords(was.value)}`,
    ),
  ];
}

function defaultOf(
  edition: Edition,
  parameter: ObjectNode,
): { readonly value: Json | undefined; readonly pointer: string } {
  const [media = parameter] = edition.objects(edition.object(parameter, "content")).values();
  const parts = edition.schemas.parts(referred(edition.schemas, schemaIn(media)));
  const part = parts.find(({ keywords }) => keywords.default !== undefined);
  return part === undefined
    ? { value: undefined, pointer: parts[0]?.pointer ?? parameter.pointer }
    : { value: part.keywords.default, pointer: `${part.pointer}/default` };
}

function compareRequired({ sent }: Editions, both: Both): readonly Found[] {
  const [was, is] = [both.old, both.new].map(({ value }) => value.required === true || value.in === "path");
  if (was === is) return [];
  const words = is ? "is required now" : "is optional now";
  return [
    found(is ? "parameter-became-required" : "parameter-became-optional", sent, both, `${nameOf(both.new)} ${words}`),
  ];
}
