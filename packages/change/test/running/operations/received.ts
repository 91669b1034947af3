import { type Document, isObject, type Json, type JsonObject, resolveValue } from "@facsimile/document";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * The document of those who receive what a document says that its API sends: each webhook and callback as an operation of theirs, which can be served. The same
 * one has the same path in every edition.
 */
export function receiversDocument(document: Document): Document {
  const { paths, webhooks, security: _, servers: __, ...rest } = document.json;
  const received = [...webhooksOf(document, webhooks), ...callbacksOf(document, paths)];
  const served = received.flatMap(([path, item]) => asServed(document, path, item));
  // Paths and the rest of a document are objects.
  return { ...document, json: turned({ ...rest, paths: Object.fromEntries(served) }) as JsonObject };
}

/** What the API sends are answers to those who have asked once: its bodies have what is `readOnly`, and lack what is `writeOnly`. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [
    typeof member === "boolean" ? (flags[key] ?? key) : key,
    turned(member),
  ]);
  return Object.fromEntries(entries);
}

const flags: Readonly<Record<string, string>> = { readOnly: "writeOnly", writeOnly: "readOnly" };

type Received = readonly (readonly [path: string, item: Json])[];

function webhooksOf({ json }: Document, webhooks: Json | undefined): Received {
  return members(json, webhooks).map(([key, item]) => [`/webhook-${plain(key)}`, item]);
}

/** The key of a callback says where it goes, and nothing else. */
function callbacksOf({ json }: Document, paths: Json | undefined): Received {
  return members(json, paths).flatMap(([path, item]) =>
    members(json, item).flatMap(([method, operation]) => {
      if (!methods.includes(method) || !isObject(operation)) return [];
      return members(json, operation.callbacks).flatMap(([name, callback]) =>
        members(json, callback).map(
          ([, each], index) => [`/callback-${plain(path)}-${method}-${plain(name)}-${index}`, each] as const,
        ),
      );
    }),
  );
}

function members(json: JsonObject, holder: Json | undefined): readonly (readonly [string, Json])[] {
  const value = resolveValue(json, holder);
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, member]) => [name, resolveValue(json, member) ?? member]);
}

function plain(name: string): string {
  return name.replaceAll(/[^\w-]+/g, "_");
}

function asServed({ json }: Document, path: string, item: Json): readonly (readonly [string, Json])[] {
  if (!isObject(item)) return [];
  const own = members(json, item).map(([name, member]): [string, Json] => {
    if (!methods.includes(name) || !isObject(member)) return [name, item[name] ?? member];
    const { operationId: _, callbacks: __, servers: ___, ...operation } = member;
    return [name, operation];
  });
  return [[path, Object.fromEntries(own)]];
}
