/** The way to a part of a value: property names and array indices. */
export type Path = readonly (string | number)[];

/** The part of a value, or undefined. */
export function partAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === "object" && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    value,
  );
}

/** A copy of a value with another part in one place. */
export function withPart(value: unknown, path: Path, part: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withPart(item, rest, part) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [step]: withPart(object[step], rest, part) };
}

/** A copy of a value without one property. */
export function withoutProperty(value: unknown, path: Path, name: string): unknown {
  const { [name]: _left, ...rest } = partAt(value, path) as Record<string, unknown>;
  return withPart(value, path, rest);
}

/** For names of cases: `rows/0/email`. */
export function showPath(path: Path): string {
  return path.join("/");
}
