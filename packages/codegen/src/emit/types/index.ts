import { type Api, type Document, isSchemaObject, type Operation, type SchemaObject } from "@facsimile/document";
import type { Node } from "typescript";
import { ts } from "../../compiler.js";
import type { Code, ObjectType, Type } from "../../print/index.js";
import { keyword } from "../../print/index.js";
import { annotateOperation } from "./annotate.js";
import { allSchemas, asDocument } from "./components.js";
import { convertMembers } from "./convert.js";
import { schemaComment } from "./facts.js";
import { buildTypeSource, type TypeSource } from "./source.js";
import { transform } from "./upstream.js";

export { schemaModule } from "./convert.js";
export { hasObject } from "./intersect.js";

/** The types of a document, as openapi-typescript makes them, in words of ours. */
export interface DocumentTypes {
  /** The component schemas, in the order of the document. */
  readonly declarations: readonly Declaration[];
  readonly paths: ObjectType;
  /** By the name of the function. */
  readonly operations: ObjectType;
}

export interface Declaration {
  /** The key in `components.schemas`; undefined for a type that was made for another one. */
  readonly component: string | undefined;
  readonly name: string;
  readonly comment: Code | undefined;
  readonly type: Type;
}

/** Builds the types of a document. The only door to openapi-typescript. */
export function buildTypes(api: Api, document: Document): DocumentTypes {
  const source = buildTypeSource(api, document);
  const comments = takeComments(source);
  const { statements, schemaOf } = transform(source.document as unknown as SchemaObject);
  const commentOf = (property: Node): Code | undefined => comments.get(schemaOf(property) ?? source);
  const interfaces = new Map<string, ObjectType>();
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement))
      interfaces.set(statement.name.text, convertMembers(statement.members, { commentOf, names: api.names }));
  }
  const schemas = new Map(propertiesOf(interfaces.get("components"), "schemas").map(({ name, type }) => [name, type]));
  return {
    declarations: source.components.map(({ component, name, schema }) => {
      const comment = isSchemaObject(schema) ? comments.get(schema) : undefined;
      return { component, name, comment, type: schemas.get(name) ?? keyword("unknown") };
    }),
    paths: interfaces.get("paths") ?? noProperties,
    operations: annotateOperations(interfaces.get("operations") ?? noProperties, api.operations),
  };
}

const noProperties: ObjectType = { kind: "object", properties: [], index: undefined };

function propertiesOf(type: ObjectType | undefined, name: string): ObjectType["properties"] {
  const member = type?.properties.find((property) => property.name === name)?.type;
  return member?.kind === "object" ? member.properties : [];
}

/** The documentation of every schema. What only it needs is taken out of the schemas, so that openapi-typescript takes no example for a schema. */
function takeComments(source: TypeSource): WeakMap<object, Code> {
  const components = new Map(source.components.map(({ name, schema }) => [name, schema]));
  const document = asDocument(components);
  const comments = new WeakMap<object, Code>();
  const schemas = allSchemas([...components.values(), ...source.roots]);
  for (const schema of schemas) {
    const comment = schemaComment(schema, document);
    if (comment !== undefined) comments.set(schema, comment);
  }
  for (const schema of schemas) for (const keyword of Object.keys(schema)) if (isData(keyword)) delete schema[keyword];
  return comments;
}

function isData(keyword: string): boolean {
  return keyword === "default" || keyword === "example" || keyword === "examples" || keyword.startsWith("x-");
}

function annotateOperations(types: ObjectType, operations: readonly Operation[]): ObjectType {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const properties = types.properties.map((property) => {
    const operation = byName.get(property.name);
    return operation === undefined ? property : annotateOperation(property, operation);
  });
  return { ...types, properties };
}
