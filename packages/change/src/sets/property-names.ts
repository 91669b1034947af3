import { child, type SchemaPart, type SchemaUse } from "@facsimile/document";
import type { Branch, ShapeReader } from "./branch.js";
import { listedTexts } from "./listed-texts.js";

/** What the names of properties have to fulfil. */
export function propertyNamesOf({ parts }: Pick<Branch, "parts">): SchemaUse {
  return parts.flatMap(({ keywords: { propertyNames }, pointer }) =>
    propertyNames === undefined || propertyNames === true
      ? []
      : [{ value: propertyNames, pointer: child(pointer, "propertyNames") }],
  );
}

/** The same without lists of names: they say which properties there are. */
export function spellingOf(reader: ShapeReader, branch: Pick<Branch, "parts">): SchemaUse {
  return propertyNamesOf(branch).filter((node) => listedTexts(reader, node) === undefined);
}

/** The only names that properties may have, and where that is said. */
export interface NameList {
  readonly names: readonly string[];
  readonly pointer: string;
}

/** Undefined where names are not listed. Several lists leave what is in all of them. */
export function listedNames(reader: ShapeReader, parts: readonly SchemaPart[]): NameList | undefined {
  const lists = propertyNamesOf({ parts }).flatMap((node) => {
    const names = listedTexts(reader, node);
    return names === undefined ? [] : [{ names, pointer: node.pointer }];
  });
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  return { ...first, names: first.names.filter((name) => others.every(({ names }) => names.includes(name))) };
}
