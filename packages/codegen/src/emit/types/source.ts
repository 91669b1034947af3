import {
  type Api,
  type Direction,
  type Document,
  type Header,
  type Json,
  type MediaType,
  modernSchema,
  type Operation,
  type Parameter,
  type Response,
  type SchemaObject,
} from "@facsimile/document";
import { allSchemas, collectComponents, dropDefinitions, readComponents } from "./components.js";
import type { Root, Roots } from "./directions.js";
import { renameReferences, separateDirections } from "./directions.js";
import { mapDiscriminators, mend, stateRequired } from "./mend.js";
import { dropRefusedNull } from "./nulls.js";

/** What openapi-typescript is given: the model as an OpenAPI document, in which every component has the name of its type. */
export interface TypeSource {
  readonly document: {
    readonly openapi: string;
    readonly paths: SchemaObject;
    readonly components: { readonly schemas: SchemaObject };
  };
  /** In the order of the document; what was added follows what it was made of. */
  readonly components: readonly NamedComponent[];
  /** The schemas of the operations. */
  readonly roots: readonly unknown[];
}

export interface NamedComponent {
  /** The key in `components.schemas`; undefined for what was added. */
  readonly component: string | undefined;
  readonly name: string;
  readonly schema: unknown;
}

/** Builds what openapi-typescript is given. Nothing in `api` and `document` is changed. */
export function buildTypeSource(api: Api, document: Document): TypeSource {
  const roots: { readonly [direction in Direction]: Root[] } = { request: [], response: [] };
  const paths = buildPaths(api, (schema, direction) => {
    const root = { schema: modernSchema(structuredClone(schema), document.dialect) };
    roots[direction].push(root);
    return root;
  });
  const components = collectComponents(document);
  for (const schema of [...components.values(), ...schemasOf(roots)]) dropDefinitions(schema);
  for (const [name, schema] of components) components.set(name, mend(schema));
  for (const root of [...roots.request, ...roots.response]) root.schema = mend(root.schema);
  const all = allSchemas([...components.values(), ...schemasOf(roots)]);
  const schemas = readComponents(components);
  for (const schema of all) dropRefusedNull(schema, schemas);
  for (const schema of all) stateRequired(schema, schemas);
  mapDiscriminators(components, all);
  const variants = separateDirections(components, roots);
  const typeNames = new Map(
    api.schemaTypes.flatMap(({ component, name, requestName }) => {
      const variant = variants.get(component);
      return [[component, name] as const, ...(variant === undefined ? [] : [[variant, requestName] as const])];
    }),
  );
  const nameOf = (component: string): string => typeNames.get(component) ?? component;
  for (const schema of [...components.values(), ...schemasOf(roots)]) renameReferences(schema, nameOf);
  const stated = new Set(api.schemaNames);
  const ordered = [...components.keys()].filter((name) => ![...variants.values()].includes(name));
  const named = ordered
    .flatMap((name) => [name, variants.get(name) ?? []].flat())
    .map((name) => ({
      component: stated.has(name) ? name : undefined,
      name: nameOf(name),
      schema: components.get(name),
    }));
  const declared = Object.fromEntries(named.map(({ name, schema }) => [name, schema]));
  return {
    document: { openapi: "3.1.0", paths, components: { schemas: declared } },
    components: named,
    roots: schemasOf(roots),
  };
}

function schemasOf({ request, response }: Roots): readonly unknown[] {
  return [...request, ...response].map(({ schema }) => schema);
}

/** Puts a schema where openapi-typescript looks for it. */
type Hold = (schema: Json, direction: Direction) => Root;

function buildPaths(api: Api, hold: Hold): SchemaObject {
  const paths: { [path: string]: SchemaObject } = {};
  for (const operation of api.operations) {
    const built = buildOperation(operation, hold);
    paths[operation.pathKey] = { ...paths[operation.pathKey], [operation.method]: built };
  }
  return paths;
}

function buildOperation({ name, parameters, requestBody, responses }: Operation, hold: Hold): SchemaObject {
  return {
    operationId: name,
    parameters: parameters.map((parameter) => buildParameter(parameter, hold)),
    ...(requestBody && {
      requestBody: { required: requestBody.required, content: buildContent(requestBody.content, "request", hold) },
    }),
    responses: Object.fromEntries(responses.map((response) => [response.status, buildResponse(response, hold)])),
  };
}

function buildParameter({ name, in: place, required, schema }: Parameter, hold: Hold): SchemaObject {
  return Object.assign(hold(schema.json as Json, "request"), { name, in: place, required });
}

function buildResponse({ headers, content }: Response, hold: Hold): SchemaObject {
  return {
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map((header) => [header.name, buildHeader(header, hold)])),
    }),
    ...(content.length > 0 && { content: buildContent(content, "response", hold) }),
  };
}

/** A header that the answer should have may still be missing from it, or be unreadable. */
function buildHeader({ schema }: Header, hold: Hold): SchemaObject {
  return Object.assign(hold(schema.json as Json, "response"), { required: false });
}

function buildContent(content: readonly MediaType[], direction: Direction, hold: Hold): SchemaObject {
  return Object.fromEntries(
    content.map(({ name, schema }) => [name, schema === undefined ? {} : hold(schema.json as Json, direction)]),
  );
}
