import type { ObjectNode } from "./edition.js";
import type { Form } from "./form.js";
import { type FormWriting, wholeWritingOf, writingOf } from "./form-writing.js";
import { isOfTexts } from "./text-types.js";

/** The ways in which a part is written, by what its value is. */
export type Writings = ReadonlyMap<string, FormWriting>;

/** The ways in which properties of a form are written, by the property. */
export function writingsIn(form: Form): ReadonlyMap<string, Writings> {
  const names = new Set(form.objects.flatMap(({ declared }) => [...declared]));
  return new Map([...names].map((name) => [name, writingsOf(form, name)]));
}

function writingsOf(form: Form, name: string): Writings {
  const declaring = form.objects.filter(({ declared }) => declared.has(name));
  return byKind(declaring.map(({ of }) => writingOf(form, of(name), form.encodings.byName.get(name))));
}

/** The ways in which the part at a position is written; none where there is no such part. */
export function writingsAt(form: Form, index: number): Writings {
  const shapes = form.edition.shapes[form.direction];
  const uses = form.lists.map(({ of }) => of(index)).filter((use) => shapes.of(use).size > 0);
  return byKind(uses.map((use) => wholeWritingOf(form, use, encodingAt(form, index))));
}

export function encodingAt({ encodings }: Form, index: number): ObjectNode | undefined {
  return encodings.byPosition[index] ?? encodings.others;
}

function byKind(all: readonly FormWriting[]): Writings {
  const writings = new Map<string, FormWriting>();
  for (const writing of all) writings.set(writing.kind, either(writings.get(writing.kind), writing));
  return writings;
}

function either(one: FormWriting | undefined, other: FormWriting): FormWriting {
  if (one === undefined) return other;
  const style = one.style === other.style ? one.style : "";
  const types = [...new Set([...one.types, ...other.types])];
  const reserved = one.reserved === "none" ? other.reserved : one.reserved;
  return { ...other, reserved, style, types, values: [...one.values, ...other.values] };
}

/** Whether no property of a form may be in JSON, or in another media type that tells a text from a number. */
export function hasOnlyTexts(form: Form): boolean {
  if (form.isOpen) return false;
  return form.objects.every(({ declared, others, patterns }) => {
    const unnamed = [others, ...patterns.values()].map((use) => writingOf(form, use, undefined));
    return [...declared].every((name) => isTextIn(form, name)) && unnamed.every(isWrittenAsText);
  });
}

/** Whether a property of a form is such a text, whatever else may be in it. */
export function isTextIn(form: Form, name: string): boolean {
  return form.objects.every(({ of }) => isWrittenAsText(writingOf(form, of(name), form.encodings.byName.get(name))));
}

function isWrittenAsText({ types }: FormWriting): boolean {
  return types.every(isOfTexts);
}
