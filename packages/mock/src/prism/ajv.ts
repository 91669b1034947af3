import { createRequire } from "node:module";

/** What is used of an Ajv of Prism's. */
export interface PrismAjv {
  readonly constructor: new (options: object) => PrismAjv;
  readonly opts: { code: { regExp?: (source: string, flags: string) => unknown; optimize?: boolean } };
  readonly formats: object;
  /** Those that were added, by key. */
  readonly schemas: Readonly<Record<string, unknown>>;
  addSchema(schema: unknown, key: string, isMeta: boolean, isValidated: boolean): unknown;
  compile: Compile;
}

type Compile = (this: PrismAjv, schema: Readonly<Record<string, unknown>>) => (value: unknown) => unknown;

/** The class from which all Ajv classes that Prism uses inherit. */
export function ajvPrototype(): { compile: Compile } {
  const require = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));
  const core: { default: { prototype: { compile: Compile } } } = require("ajv/dist/core");
  return core.default.prototype;
}

/** Puts another method in the place of `compile` while something runs. */
export function whileCompiling<Result>(watch: (compile: Compile) => Compile, run: () => Result): Result {
  const prototype = ajvPrototype();
  const { compile } = prototype;
  prototype.compile = watch(compile);
  try {
    return run();
  } finally {
    prototype.compile = compile;
  }
}
