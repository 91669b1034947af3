import type { JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { valueAt } from "../load/pointer.js";
import type {
  Api,
  Callback,
  IncomingOperation,
  Operation,
  OperationGroup,
  PackageNames,
  Webhook,
} from "../model/api.js";
import { enumerationsLeft } from "../model/enumerations.js";
import { handedOn } from "../model/names/handed-on.js";
import { takesCredential } from "../model/takes-credential.js";

/**
 * The model of a part of a document: every name is that of the whole.
 *
 * @param whole - the document
 * @param part - what is left of it
 * @param pointers - those of the operations that are left
 */
export function apiOf(api: Api, whole: JsonObject, part: JsonObject, pointers: ReadonlySet<string>): Api {
  const isLeft = ({ pointer }: { readonly pointer: string }): boolean => pointers.has(pointer);
  const operations = api.operations.filter(isLeft);
  const components = valueAt(part, "/components/schemas");
  const hasSchema = (name: string): boolean => isObject(components) && Object.hasOwn(components, name);
  const webhooks = api.webhooks.map((webhook) => webhookOf(webhook, isLeft)).filter((one) => one.operations.length > 0);
  const sentByApi = receivedPointers(operations, webhooks);
  const schemaTypes = api.schemaTypes.filter(({ component }) => hasSchema(component));
  return {
    ...api,
    operations,
    groups: api.groups.map((group) => groupOf(group, isLeft)).filter((group) => group.operations.length > 0),
    unsendable: api.unsendable.filter(({ operation }) => isLeft(operation)),
    webhooks,
    received: api.received.filter(({ operation }) => sentByApi.has(operation.pointer)),
    schemaNames: api.schemaNames.filter(hasSchema),
    schemaTypes,
    enumerations: enumerationsLeft(whole, api, { operations, schemaTypes }),
    names: namesOf(api.names, operations),
  };
}

type IsLeft = (operation: { readonly pointer: string }) => boolean;

function groupOf(group: OperationGroup, isLeft: IsLeft): OperationGroup {
  return { ...group, operations: group.operations.filter(isLeft), own: group.own.filter(isLeft) };
}

function webhookOf(webhook: Webhook, isLeft: IsLeft): Webhook {
  return { ...webhook, operations: webhook.operations.filter(isLeft) };
}

/** What the API sends because of what is left; several operations may have one callback. */
function receivedPointers(operations: readonly Operation[], webhooks: readonly Webhook[]): ReadonlySet<string> {
  const callbacks = operations.flatMap((operation) => incomingOf(operation.callbacks));
  const pending = [...webhooks.flatMap((webhook) => webhook.operations), ...callbacks];
  const found = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.add(next.pointer);
    pending.push(...incomingOf(next.callbacks));
  }
  return found;
}

function incomingOf(callbacks: readonly Callback[]): readonly IncomingOperation[] {
  return callbacks.flatMap(({ operations }) => operations);
}

/** What credentials are needed for is there only where operations take some. */
function namesOf(names: PackageNames, operations: readonly Operation[]): PackageNames {
  const security = operations.flatMap((operation) => operation.security);
  const { types, values } = handedOn(security);
  const handed = new Set([...types, ...values]);
  const takes = security.flat().some(({ scheme }) => takesCredential(scheme));
  return {
    ...names,
    handedOn: names.handedOn.filter(({ name }) => handed.has(name)),
    credentials: takes ? names.credentials : undefined,
    fromEnvironment: takes ? names.fromEnvironment : undefined,
  };
}
