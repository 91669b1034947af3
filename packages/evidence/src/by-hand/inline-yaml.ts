import { Document, isCollection } from "yaml";
import type { FactValue } from "../facts/fact.js";

/** A value as YAML on one line. */
export function inlineYaml(value: FactValue): string {
  if (typeof value === "string" && /[\p{Cc}\u2028\u2029]/u.test(value)) return JSON.stringify(value);
  const document = new Document(value);
  if (isCollection(document.contents)) document.contents.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim();
}
