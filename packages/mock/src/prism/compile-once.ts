import { referencesIn } from "@facsimile/document";
import { ajvPrototype, type PrismAjv } from "./ajv.js";

/** The beginning of references to members of the bundle of an operation. */
export const bundled = "#/__bundled__/";

/** Schemas of one document, which refer to each other as members of bundles. */
export interface Library {
  readonly schemas: Map<string, unknown>;
  /** What compiles them, by the validator of Prism's in whose place it does. */
  readonly compilers: Map<PrismAjv, PrismAjv>;
}

/** Of a bundle, where its schemas are from, and what it has besides. */
interface Shared {
  readonly library: Library;
  readonly own: unknown;
}

type Schema = Parameters<PrismAjv["compile"]>[0];

const bundles = new WeakMap<object, Shared>();

/** Has the schemas of a bundle that are of a library compiled once for all bundles of the library. */
export function shareBundle(bundle: object, shared: Shared): void {
  bundles.set(bundle, shared);
}

/** Prism's validators compile what a schema refers to anew with each schema: what is of a library they compile once. */
export function mendCompiling(validators: Iterable<PrismAjv>): void {
  const prototype = ajvPrototype();
  for (const ajv of validators)
    ajv.compile = (schema) => {
      const { __bundled__: bundle, ...root } = schema;
      const shared = bundles.get(Object(bundle));
      if (shared === undefined) return prototype.compile.call(ajv, schema);
      const { library, own } = shared;
      if (!isOf(library, root.$ref)) return prototype.compile.call(ajv, { ...root, __bundled__: own });
      return compileIn(library, ajv, root);
    };
}

function compileIn(library: Library, ajv: PrismAjv, root: Schema): ReturnType<PrismAjv["compile"]> {
  const compiler = library.compilers.get(ajv) ?? compilerLike(ajv);
  library.compilers.set(ajv, compiler);
  addReached(compiler, library, root);
  try {
    return compiler.compile(root);
  } catch (error) {
    // What was compiled meanwhile may lead to what was not.
    library.compilers.delete(ajv);
    throw error;
  }
}

function isOf({ schemas }: Library, reference: unknown): boolean {
  return typeof reference === "string" && schemas.has(reference.slice(bundled.length));
}

function compilerLike(ajv: PrismAjv): PrismAjv {
  // A schema that is written out where it is referred to is compiled there too.
  const compiler = new ajv.constructor({ ...ajv.opts, inlineRefs: false });
  Object.assign(compiler.formats, ajv.formats);
  return compiler;
}

/** Lets a compiler find what a schema leads to. */
function addReached(compiler: PrismAjv, { schemas }: Library, root: unknown): void {
  const pending = [...referencesIn(root)];
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    if (compiler.schemas[reference] !== undefined) continue;
    const schema = schemas.get(reference.slice(bundled.length));
    compiler.addSchema(schema, reference, false, false);
    pending.push(...referencesIn(schema));
  }
}
