import { componentOf, isObject, type JsonObject, type SchemaNode, type SchemaPart, valueAt } from "@facsimile/document";

/** A member of `oneOf` or `anyOf` that was chosen. */
export interface Choice extends SchemaNode {
  /** Where a discriminator chooses: its values that lead to the member, as far as its own edition lists them. */
  readonly leading?: readonly string[];
}

/**
 * Whether a discriminator chooses among the alternatives of a schema: then a value that fits several of a `oneOf` is no contradiction. One edition that
 * says so speaks for both, since saying it changes nothing that travels.
 *
 * @param other - the other edition, which may have it at the same place
 */
export function isDiscriminated({ keywords, pointer }: SchemaPart, other: JsonObject | undefined): boolean {
  const there = keywords.discriminator === undefined && other !== undefined ? valueAt(other, pointer) : undefined;
  const { discriminator } = isObject(there) ? there : keywords;
  return isObject(discriminator) && typeof discriminator.propertyName === "string";
}

/** The values that the mapping of a discriminator has for a member, or else its name (OpenAPI 3.1.1, 4.8.25). */
export function valuesLeadingTo({ discriminator }: JsonObject, { value }: SchemaNode): readonly string[] {
  const reference = isObject(value) ? value.$ref : undefined;
  if (!isObject(discriminator) || typeof reference !== "string") return [];
  const { mapping } = discriminator;
  const name = componentOf(reference);
  const leads = (target: unknown): boolean => target === reference || target === name;
  const mapped = isObject(mapping) ? Object.keys(mapping).filter((key) => leads(mapping[key])) : [];
  return mapped.length > 0 || name === undefined ? mapped : [name];
}

/** Those of some siblings that values of a branch can also be of: where a discriminator has chosen, only what it chose as well. */
export function besides<Item extends Chosen>(branch: Chosen, siblings: readonly Item[]): readonly Item[] {
  const sure = ledChoices(branch);
  if (sure.length === 0) return siblings;
  return siblings.filter(({ chosen }) => sure.every((own) => chosen.some(({ pointer }) => pointer === own.pointer)));
}

/** Whether a discriminator has chosen among alternatives. */
export function isLed(branch: Chosen): boolean {
  return ledChoices(branch).length > 0;
}

/** Whether the same values lead to branches of two editions. */
export function haveSameLead(old: Chosen, next: Chosen): boolean {
  const [was, is] = [ledChoices(old), ledChoices(next)];
  return (
    was.length > 0 &&
    was.length === is.length &&
    was.every(({ leading }, index) => leading?.some((value) => is[index]?.leading?.includes(value)))
  );
}

interface Chosen {
  readonly chosen: readonly Choice[];
}

function ledChoices({ chosen }: Chosen): readonly Choice[] {
  return chosen.filter(({ leading }) => leading !== undefined);
}
