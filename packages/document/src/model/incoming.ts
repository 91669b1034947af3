import type { RawCallback, RawPathItem, Referable } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { Callback, IncomingOperation, Webhook } from "./api.js";
import type { Context, Node } from "./context.js";
import { chosenKey, readChosenName } from "./names/chosen.js";
import { buildOperationObject, type OperationPlace, operationPlaces } from "./operation-object.js";
import type { SecurityReader } from "./security-requirements.js";

/** Builds what the API sends: webhooks, and the callbacks of operations. */
export class IncomingReader {
  private readonly context: Context;
  private readonly security: SecurityReader;
  /** The callbacks that are being built: one may be a callback of its own operations. */
  private readonly open = new Set<string>();

  constructor(context: Context, security: SecurityReader) {
    this.context = context;
    this.security = security;
  }

  webhooks(): Webhook[] {
    return Object.entries(this.context.root.webhooks ?? {}).map(([name, item]) => {
      const pointer = child("/webhooks", name);
      return { pointer, name, operations: this.operations({ value: item, pointer }, `webhook ${name}`) };
    });
  }

  callbacks({ operation, pointer, label }: OperationPlace): Callback[] {
    const place = child(pointer, "callbacks");
    return Object.entries(operation.callbacks ?? {}).flatMap(([name, callback]) => {
      return this.callback(name, { value: callback, pointer: child(place, name) }, label);
    });
  }

  private callback(name: string, written: Node<Referable<RawCallback>>, label: string): Callback[] {
    const { value, pointer } = this.context.resolve(written.value, written.pointer);
    if (this.open.has(pointer)) return [];
    this.open.add(pointer);
    const callbacks = Object.entries(value)
      .filter(([expression]) => !expression.startsWith("x-"))
      .map(([expression, item]) => {
        const place = child(pointer, expression);
        const operations = this.operations({ value: item, pointer: place }, `callback ${name} of ${label}`);
        return { pointer: place, name, expression, operations };
      });
    this.open.delete(pointer);
    return callbacks;
  }

  private operations(written: Node<Referable<RawPathItem>>, name: string): IncomingOperation[] {
    const item = this.context.resolve(written.value, written.pointer);
    return operationPlaces(item, name).flatMap((place) => {
      const build = (): IncomingOperation => ({
        ...buildOperationObject(this.context, this.security, place),
        id: place.operation.operationId,
        chosenName: readChosenName(this.context, place.operation[chosenKey], place.pointer),
        callbacks: this.callbacks(place),
      });
      return this.context.attempt(build) ?? [];
    });
  }
}
