import { isJson, type SchemaUse } from "@facsimile/document";
import { isBytes } from "./bytes.js";
import type { Form } from "./form.js";
import { type FormWriting, writingOf } from "./form-writing.js";
import { isXml } from "./xml.js";

/** The ways in which properties of a form are written, by the property and by what its value is. */
export function writingsIn(form: Form): ReadonlyMap<string, ReadonlyMap<string, FormWriting>> {
  const writings = new Map<string, Map<string, FormWriting>>();
  for (const { declared, of } of form.objects) {
    for (const name of declared) {
      const writing = writingOf(form, of(name), form.encodings.get(name));
      const known = writings.get(name) ?? new Map<string, FormWriting>();
      writings.set(name, known.set(writing.kind, either(known.get(writing.kind), writing)));
    }
  }
  return writings;
}

function either(one: FormWriting | undefined, other: FormWriting): FormWriting {
  if (one === undefined) return other;
  const style = one.style === other.style ? one.style : "";
  return { ...other, style, types: [...new Set([...one.types, ...other.types])] };
}

/** Whether no property of a form may be in JSON, or in another media type that tells a text from a number. */
export function isOfTexts(form: Form): boolean {
  if (form.isOpen) return false;
  return form.objects.every(({ declared, others, patterns }) => {
    const unnamed = [others, ...patterns.values()].map((use) => writingOf(form, use, undefined));
    return [...declared].every((name) => isTextIn(form, name)) && unnamed.every(isWrittenAsText);
  });
}

/** The schemas of those properties of a form that are such texts, whatever else may be in it. */
export function textsIn(form: Form): readonly SchemaUse[] {
  if (form.isOpen) return [];
  return form.objects.flatMap(({ declared, of }) => [...declared].filter((name) => isTextIn(form, name)).map(of));
}

function isTextIn(form: Form, name: string): boolean {
  return form.objects.every(({ of }) => isWrittenAsText(writingOf(form, of(name), form.encodings.get(name))));
}

function isWrittenAsText({ types }: FormWriting): boolean {
  return types.every(isText);
}

/** Of bytes no schema says that they are a number. */
function isText(type: string): boolean {
  return !isJson(type) && (type.startsWith("text/") || isXml(type) || isBytes(type));
}
