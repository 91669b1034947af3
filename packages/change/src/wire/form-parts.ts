import type { SchemaUse } from "@facsimile/document";
import { oneItemOf } from "../sets/arrays.js";
import type { ApartValues } from "../sets/inclusion.js";
import { allowsAnyBytes, isBytes } from "./bytes.js";
import type { Form, Forms } from "./form.js";
import { writingOf } from "./form-writing.js";
import { isTextIn } from "./form-writings.js";

/** A property of a form that is nothing but text. */
interface Part {
  readonly use: SchemaUse;
  readonly isBytes: boolean;
  /** Whether it is written once. */
  readonly isSingle: boolean;
  /** What each of its items has to fulfil, where one item is written as a value by itself. */
  readonly item: SchemaUse | undefined;
}

/** Such properties of a form in both editions. */
export interface Parts {
  readonly old: readonly Part[];
  readonly new: readonly Part[];
}

/** How the values of parts are compared that are nothing but text: bytes are the same in every spelling, and one value is a list of one. */
export function partValues({ old, new: next }: Parts): ApartValues {
  const parts = new Map([...old, ...next].map((part) => [part.use[0]?.value, part]));
  const partAt = (use: SchemaUse): Part | undefined => {
    const part = parts.get(use[0]?.value);
    return part !== undefined && isSameUse(part.use, use) ? part : undefined;
  };
  return (within, around) => {
    const [part, other] = [partAt(within), partAt(around)];
    if (part === undefined || other === undefined) return undefined;
    if (part.isBytes && other.isBytes) return [[], []];
    return part.isSingle && other.item !== undefined ? [within, other.item] : [within, around];
  };
}

export function partsOf({ old, new: next }: Forms): Parts {
  return { old: partsIn(old), new: partsIn(next) };
}

/** Those properties of a form that are nothing but text, whatever else may be in it. */
function partsIn(form: Form): readonly Part[] {
  if (form.isOpen) return [];
  return form.objects.flatMap(({ declared, of }) =>
    [...declared].filter((name) => isTextIn(form, name)).map((name) => partOf(form, name, of(name))),
  );
}

/** Whether two are the same schemas of one document, however they were come upon. */
function isSameUse(one: SchemaUse, other: SchemaUse): boolean {
  return one.length === other.length && one.every(({ value }, index) => value === other[index]?.value);
}

function partOf(form: Form, name: string, use: SchemaUse): Part {
  const { types, style, kind } = writingOf(form, use, form.encodings.byName.get(name));
  const shape = form.edition.shapes[form.direction].of(use);
  const isList = kind.startsWith("list of ");
  const isRepeated = isList && (types.length > 0 || style === repeated);
  const isOfBytes = types.length > 0 && types.every(isBytes) && allowsAnyBytes(form.edition, use, form.direction);
  return {
    use,
    isBytes: isOfBytes,
    isSingle: kind === "text" || isOfBytes,
    item: isRepeated ? oneItemOf(shape) : undefined,
  };
}

/** The style of a list of which each item has the name. */
const repeated = JSON.stringify(["form", true]);
