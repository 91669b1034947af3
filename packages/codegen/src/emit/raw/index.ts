import type { Document } from "@facsimile/document";
import { ts } from "../../compiler.js";
import type { Type } from "../../print/index.js";
import { convertMembers, convertType } from "./convert.js";
import { transform } from "./upstream.js";

/** A type that openapi-typescript makes of a document as a whole: `paths`, `components`, `operations`, … */
export interface RawType {
  readonly name: string;
  readonly type: Type;
}

/** What openapi-fetch's client is typed by. */
export interface RawTypes {
  readonly types: readonly RawType[];
  /** Whether one of them mentions `WithRequired`, which openapi-typescript declares beside them. */
  readonly needsWithRequired: boolean;
}

/**
 * The types of a document as openapi-typescript makes them, without any change. The only door to it.
 *
 * @throws whatever it throws for a document that it does not understand
 */
export function readRawTypes(document: Document): RawTypes {
  const types: RawType[] = [];
  let needsWithRequired = false;
  for (const statement of transform(document)) {
    if (ts.isInterfaceDeclaration(statement))
      types.push({ name: statement.name.text, type: convertMembers(statement.members) });
    else if (ts.isTypeAliasDeclaration(statement) && statement.name.text === "WithRequired") needsWithRequired = true;
    else if (ts.isTypeAliasDeclaration(statement))
      types.push({ name: statement.name.text, type: convertType(statement.type) });
  }
  return { types, needsWithRequired };
}
