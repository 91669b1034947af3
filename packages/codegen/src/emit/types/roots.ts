import {
  type Api,
  headerKind,
  type Json,
  type MediaType,
  type Operation,
  type ReceivedOperation,
  type Schema,
} from "@facsimile/document";
import { bodyKind } from "../media-type.js";
import { webhooksName } from "../module-paths.js";
import type { Place } from "./place.js";
import type { Use } from "./reach.js";

/** A schema of an operation whose type the package has. */
export interface SchemaRoot extends Use {
  readonly schema: Json;
  /** The names of the groups that the operation is in. */
  readonly groups: readonly string[];
}

/** Where the values of a request body in a media type travel. */
export function requestPlace(mediaType: string): Place {
  const kind = bodyKind(mediaType);
  return kind === "multipart" ? "form" : kind === "json" || kind === "urlencoded" ? "text" : "whole";
}

/** The schemas of the operations that their types are made of, in the order of the document. */
export function schemaRoots({ operations, groups, received }: Api): readonly SchemaRoot[] {
  const groupsOf = new Map<Operation, string[]>(operations.map((operation) => [operation, []]));
  for (const { name, operations: members } of groups) for (const one of members) groupsOf.get(one)?.push(name);
  const called = operations.flatMap((operation) => {
    const inGroups = groupsOf.get(operation) ?? [];
    return [...requestRoots(operation), ...answerRoots(operation)].map((root) => ({ ...root, groups: inGroups }));
  });
  return [...called, ...received.flatMap(receivedRoots)];
}

/** What has types: the subpath of each group, and that of what is received. */
export function groupNames({ groups, received }: Api): readonly string[] {
  const names = groups.map(({ name }) => name);
  return received.length === 0 ? names : [...names, webhooksName];
}

/** Directions turn: what is received is what the API answers with elsewhere. */
function receivedRoots({ operation }: ReceivedOperation): readonly SchemaRoot[] {
  const json = (content: readonly MediaType[]): readonly MediaType[] =>
    content.filter(({ name }) => typesBody(name, ["json", "any"]));
  const events = json(operation.requestBody?.content ?? []).flatMap(({ schema }) => rootOf(schema, "response", "text"));
  const answers = json(operation.responses.flatMap(({ content }) => content)).flatMap(({ schema }) =>
    rootOf(schema, "request", "text"),
  );
  return [...events, ...answers].map((root) => ({ ...root, groups: [webhooksName] }));
}

type OwnRoot = Omit<SchemaRoot, "groups">;

function requestRoots({ parameters, requestBody }: Operation): readonly OwnRoot[] {
  const own = parameters.flatMap(({ schema }) => rootOf(schema, "request", "text"));
  const bodies = (requestBody?.content ?? []).filter(({ name }) =>
    typesBody(name, ["json", "multipart", "urlencoded", "any"]),
  );
  return [...own, ...bodies.flatMap(({ name, schema }) => rootOf(schema, "request", requestPlace(name)))];
}

function answerRoots({ responses }: Operation): readonly OwnRoot[] {
  const content = responses.flatMap((response): readonly MediaType[] => response.content);
  const headers = responses.flatMap((response) => response.headers.filter((header) => headerKind(header) === "json"));
  const items = content.flatMap(({ stream }) => stream?.items ?? []);
  const bodies = content.filter(({ name, stream }) => stream === undefined && typesBody(name, ["json", "any"]));
  return [
    ...bodies.flatMap(({ schema, name }) => rootOf(schema, "response", bodyKind(name) === "any" ? "whole" : "text")),
    ...[...items, ...headers].flatMap(({ schema }) => rootOf(schema, "response", "text")),
  ];
}

function typesBody(mediaType: string, kinds: readonly string[]): boolean {
  return kinds.includes(bodyKind(mediaType));
}

function rootOf(schema: Schema | undefined, direction: Use["direction"], place: Place): readonly OwnRoot[] {
  // The schemas of a document that was loaded are JSON.
  return schema === undefined ? [] : [{ schema: schema.json as Json, direction, place }];
}
