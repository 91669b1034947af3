import {
  type Api,
  type Direction,
  type Document,
  isObject,
  type Json,
  type JsonObject,
  type Schema,
  type Schemas,
  schemasOf,
  valueAt,
} from "@facsimile/document";
import type { Code, Type } from "../../print/index.js";
import { importedType, named } from "../../print/index.js";
import { markedType, markOf } from "./discriminators.js";
import { schemaComment } from "./facts.js";
import { type Form, formFor, formKey, formsOf } from "./forms.js";
import { type InheritedMark, inheritedMarks } from "./inherited.js";
import { intersectionOf } from "./intersection.js";
import type { Place } from "./place.js";
import { Reach, type Reached } from "./reach.js";
import type { Reading } from "./reading.js";
import { groupNames, type SchemaRoot, schemaRoots } from "./roots.js";
import { schemaModules } from "./schema-modules.js";
import { valueType } from "./value-type.js";

/** The types of the schemas of a document. */
export interface DocumentTypes {
  /** The component schemas by the module that declares them, in the order of the document. */
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  /** The type of the values of a schema of an operation, as they travel in a direction. */
  typeOf(schema: Schema, direction: Direction, place: Place): Type;
  /** What a schema says about itself. */
  readonly schemas: Schemas;
  /** The modules that the operations of a group take their types from. */
  modulesOf(group: string): readonly string[];
  /** The declarations of the component schemas, in the order of the document. */
  readonly forms: readonly DeclaredForm[];
  /** The declaration that has a component as its values travel somewhere; undefined where none has it so. */
  formOf(component: string, direction: Direction, place: Place): DeclaredForm | undefined;
  /** A place where a component's type is not what it is in text. */
  placeOf(component: string, place: Place): Place;
}

/** A declaration of a component schema, and what is declared. */
export interface DeclaredForm extends Form {
  readonly name: string;
  readonly module: string;
  /** The schema. */
  readonly value: Json;
  /** What a discriminator that it inherits says of it. */
  readonly mark: InheritedMark | undefined;
}

export interface Declaration {
  readonly name: string;
  /** Built anew each time, as the type is: those of all components at once take much memory. */
  buildComment(): Code | undefined;
  buildType(): Type;
}

/** Prepares the types of a document, each of which is built in one pass over its schema. */
export function buildTypes(api: Api, document: Document): DocumentTypes {
  const schemas = schemasOf(document.json);
  const components = componentsOf(document);
  const roots = schemaRoots(api);
  const reach = new Reach(schemas, components);
  const mentioned = mentionedByGroup(api, roots, reach);
  const forms = formsOf(schemas, components, reach, [...mentioned.values()].flat());
  const names = namesOf(api);
  const declared = new Map(forms.map((form) => [formKey(form.component, form.isForRequests), form]));
  const modules = schemaModules(groupNames(api), declared, (group) => reach.from(mentioned.get(group) ?? []));
  const marks = inheritedMarks(
    objectsOf(components),
    roots.map(({ schema }) => schema),
  );
  const readings = { request: readingOf("request"), response: readingOf("response") };
  return {
    schemas,
    forms: forms.map(declaredForm),
    formOf: (component, direction, place) => {
      const form = formAt(component, direction, place);
      return form && declaredForm(form);
    },
    placeOf: (component, place) => reach.placeOf(component, place),
    declarations: declarationsByModule(),
    typeOf: ({ json, pointer }, direction, place) =>
      // The schemas of a document that was loaded are JSON.
      valueType(readings[direction], { value: json as Json, pointer }, place),
    modulesOf: modules.modulesOf,
  };

  function readingOf(direction: Direction): Reading {
    const reading: Reading = {
      schemas,
      direction,
      typeOf: (node, place) => valueType(reading, node, place),
      dialect: document.dialect,
      nameOf: (component, place) => {
        const form = formAt(component, direction, place);
        return form && named(importedType(names(form), modules.moduleOf(form)));
      },
      open: new Set(),
    };
    return reading;
  }

  function formAt(component: string, direction: Direction, place: Place): Form | undefined {
    const form = formFor(declared, { component, direction });
    return form?.place === reach.placeOf(component, place) ? form : undefined;
  }

  function declaredForm(form: Form): DeclaredForm {
    const { component } = form;
    const own = { name: names(form), module: modules.moduleOf(form), mark: marks.get(component) };
    return { ...form, ...own, value: components.get(component) ?? true };
  }

  function declarationsByModule(): ReadonlyMap<string, readonly Declaration[]> {
    const byModule = new Map<string, Declaration[]>();
    for (const form of forms) {
      const module = modules.moduleOf(form);
      const declarations = byModule.get(module);
      if (declarations === undefined) byModule.set(module, [declare(form)]);
      else declarations.push(declare(form));
    }
    return byModule;
  }

  function declare(form: Form): Declaration {
    const value = components.get(form.component) ?? true;
    return {
      name: names(form),
      buildComment: () => schemaComment(schemas, value),
      buildType: () => typeOfForm(form, value),
    };
  }

  function typeOfForm({ component, direction, place }: Form, value: Json): Type {
    const reading = readings[direction];
    const mark = marks.get(component);
    const type = valueType(reading, { value, pointer: "" }, place);
    return mark === undefined ? type : withMark(reading, value, type, mark);
  }
}

/** What the operations of each group mention themselves. */
function mentionedByGroup(
  api: Api,
  roots: readonly SchemaRoot[],
  reach: Reach,
): ReadonlyMap<string, readonly Reached[]> {
  const mentioned = new Map(groupNames(api).map((name): [string, Reached[]] => [name, []]));
  for (const root of roots) {
    const reached = reach.in(root.schema, root);
    for (const group of root.groups) mentioned.get(group)?.push(...reached);
  }
  return mentioned;
}

function withMark(reading: Reading, value: Json, type: Type, { property, values, isMapped }: InheritedMark): Type {
  const mark = markOf(reading.schemas, [{ value, pointer: "" }], property, values, isMapped);
  return mark === undefined ? type : intersectionOf([type, markedType(mark)]);
}

function namesOf(api: Api): (form: Form) => string {
  const types = new Map(api.schemaTypes.map((type) => [type.component, type]));
  return ({ component, isForRequests }) => {
    const type = types.get(component);
    return (isForRequests ? type?.requestName : type?.name) ?? component;
  };
}

function componentsOf({ json }: Document): ReadonlyMap<string, Json> {
  const schemas = valueAt(json, "/components/schemas");
  return new Map(isObject(schemas) ? Object.entries(schemas) : []);
}

function objectsOf(components: ReadonlyMap<string, Json>): ReadonlyMap<string, JsonObject> {
  return new Map([...components].flatMap(([name, schema]) => (isObject(schema) ? [[name, schema] as const] : [])));
}
