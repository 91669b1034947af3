import { nearest } from "../../nearest.js";
import type { Json } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import type { OpenApiVersion } from "../version.js";
import type { Edits } from "./edits.js";
import { isLater, objectShapes } from "./openapi-shapes.js";
import { describePart } from "./part-words.js";
import { inside, type Place } from "./place.js";
import { type ObjectName, object } from "./shape.js";
import { sentence, wordsForPlace } from "./words.js";

const operation = object("Operation");

/** Settles members that an object does not have in OpenAPI. */
export class UnknownMembers {
  private readonly version: OpenApiVersion;
  private readonly report: Report;
  private readonly edits: Edits;

  constructor(version: OpenApiVersion, report: Report, edits: Edits) {
    this.version = version;
    this.report = report;
    this.edits = edits;
  }

  /** Where a member is an operation under its method in other letters, the place of that operation. */
  settle(entry: Json, place: Place, name: ObjectName): Place | undefined {
    if (name === "Path Item" && isObject(entry)) {
      const method = methodOf(place);
      if (method !== undefined) return this.respell(place, method);
      const operations = unknownOperations(entry, place);
      for (const unknown of operations) this.leaveOut(unknown);
      if (operations.length > 0) return undefined;
    }
    this.ignore(place, name);
    return undefined;
  }

  private respell(place: Place, method: string): Place {
    const message = `${sentence(wordsForPlace(place.pointer))} is a method in capitals; it is read as "${method}".`;
    this.report("structure-invalid", place.source, place.pointer, message, `Write "${method}".`);
    this.edits.rename(place, method);
    return { ...place, shape: operation };
  }

  private leaveOut(place: Place): void {
    const { source, pointer, key } = place;
    this.edits.drop(place);
    const message = `${describePart(place).words} is left out: "${key}" is no method that OpenAPI ${this.version} has.`;
    const fix = "Call it by other means, or begin its name with x-.";
    this.report("method-unsupported", source, pointer, message, fix);
  }

  private ignore({ source, pointer, key }: Place, name: ObjectName): void {
    if (isLater(name, String(key))) {
      const message = `"${key}" is a member of the ${name} object since OpenAPI 3.2 alone; in ${this.version} it is nothing but what references lead to.`;
      const fix = "Write openapi: 3.2.0, or put what is in it where it is used.";
      this.report("structure-member-unknown", source, pointer, message, fix);
      return;
    }
    const meant = nearest(String(key), Object.keys(objectShapes[name].fields));
    const fix =
      meant === undefined
        ? "Remove it, or begin its name with x-."
        : `Write "${meant}" if that was meant, or remove it.`;
    const message = `"${key}" is no member of the ${name} object; nothing is done with it.`;
    this.report("structure-member-unknown", source, pointer, message, fix);
  }
}

/** The method that a key of a path item spells in other letters, where the path item does not have it besides. */
function methodOf({ holder, key }: Place): string | undefined {
  const method = String(key).toLowerCase();
  const { fields } = objectShapes["Path Item"];
  const shape = Object.hasOwn(fields, method) ? fields[method] : undefined;
  const isMethod = shape?.kind === "object" && shape.name === "Operation";
  return isMethod && !Object.hasOwn(holder, method) ? method : undefined;
}

/** Operations of methods that OpenAPI does not have, or has since 3.2. */
function unknownOperations(entry: Json, place: Place): readonly Place[] {
  if (!isObject(entry)) return [];
  if (place.key === "additionalOperations")
    return Object.keys(entry).map((key) => ({ ...inside(place, entry, key, operation), outer: place.outer }));
  const isOperation = ["responses", "operationId", "requestBody"].some((key) => Object.hasOwn(entry, key));
  return isOperation ? [{ ...place, shape: operation }] : [];
}
