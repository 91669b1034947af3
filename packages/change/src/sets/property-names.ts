import { child, type SchemaUse } from "@facsimile/document";
import type { Branch } from "./branch.js";

/** What the names of properties have to fulfil. */
export function propertyNamesOf({ parts }: Pick<Branch, "parts">): SchemaUse {
  return parts.flatMap(({ keywords: { propertyNames }, pointer }) =>
    propertyNames === undefined || propertyNames === true
      ? []
      : [{ value: propertyNames, pointer: child(pointer, "propertyNames") }],
  );
}
