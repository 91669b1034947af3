import type { ReceivedOperation } from "@facsimile/document";
import { importedType } from "../../print/index.js";
import { webhooksModule } from "../module-paths.js";
import { anyOf, eventNode } from "./body-node.js";
import { type Emitted, emitSchema, type Writing } from "./emitted.js";

/** What arrives for a webhook; undefined where it has no body. */
export function emitEventSchema({ claim, nodeIn }: Writing, received: ReceivedOperation): Emitted | undefined {
  const { operation, eventName, name } = received;
  const content = operation.requestBody?.content ?? [];
  if (content.length === 0) return undefined;
  const node = anyOf(content.map((one) => eventNode(one, nodeIn("response"))));
  return emitSchema(
    claim(`${eventName}Schema`),
    `Holds what arrives for \`${name}\`.`,
    importedType(eventName, webhooksModule),
    node,
  );
}
