import { camelCase, componentOf, type Direction, type Document, type Json, type JsonObject } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { identifier } from "../../print/index.js";
import type { DeclaredForm, DocumentTypes } from "../types/index.js";
import type { Place } from "../types/place.js";
import type { Claim } from "./names.js";
import type { NodeReading } from "./node-reading.js";

/** A schema that is a constant of the module: others refer to it by its name. */
export interface Constant {
  readonly name: string;
  readonly value: Json;
  readonly direction: Direction;
  readonly place: Place;
  /** The declaration whose values it is about; undefined for one that only others in the module refer to. */
  readonly form: DeclaredForm | undefined;
}

/** The constants of the module: one for each declared type of a component, and those that these and the operations refer to besides. */
export class Constants {
  /** In the order in which they are met; it grows while schemas are written. */
  readonly all: Constant[] = [];
  private readonly known = new Map<string, Constant>();
  private readonly types: DocumentTypes;
  private readonly dialect: Document["dialect"];
  private readonly claim: Claim;

  constructor(types: DocumentTypes, dialect: Document["dialect"], claim: Claim) {
    this.types = types;
    this.dialect = dialect;
    this.claim = claim;
    for (const form of types.forms) this.declare(form);
  }

  readingOf(direction: Direction): NodeReading {
    const { schemas } = this.types;
    const referTo = (reference: JsonObject, place: Place): Code => this.referTo(reference, direction, place);
    return { schemas, dialect: this.dialect, direction, referTo };
  }

  private declare(form: DeclaredForm): void {
    const { name, value, direction, place } = form;
    this.add(`form ${name}`, { name: this.claim(`${name}Schema`), value, direction, place, form });
  }

  private referTo(reference: JsonObject, direction: Direction, place: Place): Code {
    const component = componentOf(reference.$ref);
    const form = component === undefined ? undefined : this.types.formOf(component, direction, place);
    const known = form && this.known.get(`form ${form.name}`);
    return identifier((known ?? this.written(reference, direction, place)).name);
  }

  /** What is declared otherwise, or not at all, is a constant of its own. */
  private written(reference: JsonObject, direction: Direction, place: Place): Constant {
    const target = this.types.schemas.target(reference) ?? { value: true, pointer: "" };
    const component = componentOf(reference.$ref);
    const own = component === undefined ? place : this.types.placeOf(component, place);
    const key = `${direction} ${own} ${target.pointer}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const last = target.pointer.slice(target.pointer.lastIndexOf("/") + 1);
    const name = this.claim(`${camelCase(last) || "part"}${direction === "request" ? "Sent" : "Answered"}`);
    return this.add(key, { name, value: target.value, direction, place: own, form: undefined });
  }

  private add(key: string, constant: Constant): Constant {
    this.known.set(key, constant);
    this.all.push(constant);
    return constant;
  }
}
