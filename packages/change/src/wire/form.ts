import type { Direction, SchemaUse } from "@facsimile/document";
import { itemsOf } from "../sets/arrays.js";
import { type Properties, propertiesOf } from "../sets/objects.js";
import type { Edition, ObjectNode } from "./edition.js";
import { type Encodings, encodingsOf } from "./encodings.js";
import { itemSchemaIn, schemaIn } from "./serialization.js";

/** A form of one edition, in messages of one direction: a body with parts, or a part of one that has parts itself. */
export interface Form {
  readonly edition: Edition;
  readonly direction: Direction;
  /** Its media type. */
  readonly type: string;
  /** What each of the objects that it may be says of its properties. */
  readonly objects: readonly Properties[];
  /** What each of the lists that it may be says of the part at a position. */
  readonly lists: readonly PartList[];
  /** Whether there is more to say of its properties, by what values alone decide. */
  readonly isOpen: boolean;
  readonly encodings: Encodings;
}

interface PartList {
  /** How many of the first parts have schemas of their own. */
  readonly prefixLength: number;
  of(index: number): SchemaUse;
}

/** A form in both editions. */
export interface Forms {
  readonly old: Form;
  readonly new: Form;
}

/** A body that is a form. */
export function formIn(edition: Edition, media: ObjectNode, direction: Direction, type: string): Form {
  const form = formOf(edition, direction, type, [schemaIn(media)], media);
  const items = itemSchemaIn(media);
  return items.length === 0 ? form : { ...form, lists: [...form.lists, { prefixLength: 0, of: () => items }] };
}

/** A form for which there are these schemas, one or the other. */
export function formOf(
  edition: Edition,
  direction: Direction,
  type: string,
  uses: readonly SchemaUse[],
  encoding: ObjectNode | undefined,
): Form {
  const shapes = edition.shapes[direction];
  const all = uses.map((use) => shapes.of(shapes.referred(use)));
  const objects = all.flatMap((shape) => shape.get("object") ?? []).flatMap((branch) => shapes.cases(branch));
  return {
    edition,
    direction,
    type,
    objects: objects.map((branch) => propertiesOf(shapes, branch)),
    lists: all.flatMap((shape) => shape.get("array") ?? []).map(itemsOf),
    isOpen: objects.some(({ conditions }) => conditions.length > 0),
    encodings: encodingsOf(encoding),
  };
}

export function isForm(type: string): boolean {
  return isMultipart(type) || type.startsWith("application/x-www-form-urlencoded");
}

export function isMultipart(type: string): boolean {
  return type.startsWith("multipart/");
}
