import type { Json } from "../load/document.js";
import { child } from "../load/pointer.js";
import type { UnnamedOperation, UnsendableOperation } from "./api.js";
import type { Context } from "./context.js";
import { readFlag } from "./extensions.js";
import type { IncomingReader } from "./incoming.js";
import { chosenKey } from "./names/chosen.js";
import { pathName } from "./names/path-name.js";
import { buildOperationObject, type OperationPlace, operationPlaces } from "./operation-object.js";
import { readPagination } from "./pagination.js";
import { fitParameters } from "./path-parameters.js";
import { type PathTemplate, readPathTemplate } from "./path-template.js";
import type { SecurityReader } from "./security-requirements.js";
import { buildServers } from "./servers.js";
import { whyUnsendable, withoutUnsendableBody } from "./unsupported.js";

/** What operations share: how what they name is read. */
export interface Readers {
  readonly security: SecurityReader;
  readonly incoming: IncomingReader;
}

/** An operation before it has a name. */
export interface OperationDraft extends UnnamedOperation {
  /** `GET /users`. */
  readonly label: string;
  readonly operationId: string | undefined;
  /** `x-facsimile-name`, as written. */
  readonly chosenName: Json | undefined;
}

/** The operations of a document, in its order. One that is left out costs no other. */
export function buildOperations(
  context: Context,
  readers: Readers,
): { readonly operations: OperationDraft[]; readonly unsendable: UnsendableOperation[] } {
  const built = Object.entries(context.root.paths ?? {})
    .filter(([key]) => !key.startsWith("x-"))
    .flatMap(([key, item]) => {
      const template = readPathTemplate(context, key);
      const places = operationPlaces({ value: item, pointer: child("/paths", key) }, key);
      return places.flatMap((place) => {
        return context.attempt(() => buildOperation(context, readers, place, { key, template })) ?? [];
      });
    });
  const operations: OperationDraft[] = [];
  const unsendable: UnsendableOperation[] = [];
  for (const operation of built) {
    const reason = whyUnsendable(context, operation);
    if (reason === undefined) operations.push(withoutUnsendableBody(context, operation));
    else unsendable.push({ operation, reason });
  }
  return { operations, unsendable };
}

/** A key of `paths`, and what it means. */
interface Path {
  readonly key: string;
  readonly template: PathTemplate;
}

function buildOperation(context: Context, readers: Readers, place: OperationPlace, path: Path): OperationDraft {
  const { label, operation, pointer } = place;
  const { key, template } = path;
  if (template.fault !== undefined) leaveOutPath(context, place, template.fault);
  const built = buildOperationObject(context, readers.security, place);
  const parameters = fitParameters(context, template, built.parameters, { label, pointer });
  const callbacks = readers.incoming.callbacks(place);
  const pagination = operation["x-pagination"];
  return {
    ...built,
    label,
    operationId: operation.operationId,
    chosenName: operation[chosenKey],
    id: operation.operationId ?? pathName(place.method, key),
    path: template.path,
    pathKey: key,
    query: template.query,
    parameters,
    callbacks,
    servers: readServers(context, place),
    idempotent: readFlag(context, operation["x-idempotent"], child(pointer, "x-idempotent")),
    pagination: readPagination(
      context,
      pagination,
      { label, parameters, responses: built.responses },
      child(pointer, "x-pagination"),
    ),
  };
}

function leaveOutPath(context: Context, { label, item }: OperationPlace, fault: string): never {
  const message = `The operation ${label} is left out: its path ${fault}.`;
  return context.leaveOut("path-template-invalid", item.pointer, message, "Write every brace in a pair around a name.");
}

function readServers(context: Context, { item, operation, pointer }: OperationPlace): UnnamedOperation["servers"] {
  // An empty list names no place (OpenAPI 3.1.1, 4.8.1.1).
  const isOwn = (operation.servers ?? []).length > 0;
  const raw = isOwn ? operation.servers : item.value.servers;
  return buildServers(context, raw, child(isOwn ? pointer : item.pointer, "servers"));
}
