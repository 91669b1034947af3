import type { Direction } from "@facsimile/document";
import { type Properties, propertiesOf } from "../sets/objects.js";
import type { Edition, ObjectNode } from "./edition.js";
import { schemaIn } from "./serialization.js";

/** A form of one edition, in messages of one direction. */
export interface Form {
  readonly edition: Edition;
  readonly direction: Direction;
  /** Its media type. */
  readonly type: string;
  /** What each of the objects that it may be says of its properties. */
  readonly objects: readonly Properties[];
  /** Whether there is more to say of its properties, by what values alone decide. */
  readonly isOpen: boolean;
  /** What `encoding` says, by the property. */
  readonly encodings: ReadonlyMap<string, ObjectNode>;
}

export function formIn(edition: Edition, media: ObjectNode, direction: Direction, type: string): Form {
  const shapes = edition.shapes[direction];
  const branches = (shapes.of(shapes.referred(schemaIn(media))).get("object") ?? []).flatMap((branch) =>
    shapes.cases(branch),
  );
  return {
    edition,
    direction,
    type,
    objects: branches.map((branch) => propertiesOf(shapes, branch)),
    isOpen: branches.some(({ conditions }) => conditions.length > 0),
    encodings: edition.objects(edition.object(media, "encoding")),
  };
}

export function isForm(type: string): boolean {
  return isMultipart(type) || type.startsWith("application/x-www-form-urlencoded");
}

export function isMultipart(type: string): boolean {
  return type.startsWith("multipart/");
}
