import type { SchemaReader } from "./schema-reader.js";
import { schemaType } from "./schema-type.js";

/** The type checks of one thing, such as the input of an operation. */
export interface TypeCheck {
  /** `getUser: types of 404`. */
  readonly name: string;
  /** TypeScript. A line `type _ = …;` gets a name of its own. */
  readonly lines: readonly string[];
}

/** A file to compile, and which of its lines belong to which check. */
export interface CheckFile {
  readonly text: string;
  /** The name of the check that a line belongs to, from line 0; undefined for what all checks share. */
  readonly owners: readonly (string | undefined)[];
}

/** Types that checks are written with. `Same` holds for `any` too: twins find that out. */
const vocabulary = [
  "type Check<Holds extends true> = Holds;",
  "type Fits<A, B> = [A] extends [B] ? true : false;",
  "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
  "type Exact<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
  "type Property<T, Name extends keyof NonNullable<T>> = Exclude<NonNullable<T>[Name], undefined>;",
  "type Item<T> = NonNullable<T> extends readonly (infer Element)[] ? Element : never;",
  "type RequiredKeys<T> = { [Key in keyof NonNullable<T>]-?: {} extends Pick<NonNullable<T>, Key> ? never : Key }[keyof NonNullable<T>];",
];

/** A module of checks against a package. */
export function checkFile(
  preamble: readonly string[],
  checks: readonly TypeCheck[],
  readers: readonly SchemaReader[],
): CheckFile {
  const shared = [...preamble, ...vocabulary];
  const numbered = numberTypes(checks);
  const expected = readers.flatMap(expectedComponents);
  const lines = [...shared, ...expected, ...numbered.flatMap((check) => check.lines)];
  const owners = [
    ...[...shared, ...expected].map(() => undefined),
    ...numbered.flatMap(({ name, lines: own }) => own.map(() => name)),
  ];
  return { text: `${lines.join("\n")}\n`, owners };
}

function numberTypes(checks: readonly TypeCheck[]): readonly TypeCheck[] {
  let count = 0;
  const number = (line: string): string =>
    line.startsWith("type _ =") ? line.replace("type _", `type C${++count}`) : line;
  return checks.map(({ name, lines }) => ({ name, lines: lines.map(number) }));
}

/** The components that checks refer to, by their names in the document. */
function expectedComponents(reader: SchemaReader): string[] {
  const members = new Map<string, string>();
  // Writing one component may need another.
  for (const name of reader.needed) members.set(name, schemaType(reader, reader.component(name)));
  return [
    `interface ${reader.expected} {`,
    ...[...members].map(([name, type]) => `  ${JSON.stringify(name)}: ${type};`),
    "}",
  ];
}
