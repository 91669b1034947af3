import { createClient, fromEnvironment } from "./src/functions.js";
import { createEnvironment, type Environment, readEnvironment } from "./src/index.js";

/** What a worker is given: no record, but an interface, with bindings that are no texts. */
interface Bindings {
  readonly ENVIRONMENT_API_KEY: string;
  readonly bucket: { readonly get: () => void };
}
declare const bindings: Bindings;

export const api: Environment = createEnvironment({ credentials: readEnvironment(bindings) });
createEnvironment({ credentials: { ...readEnvironment(), api_key: "k" } });
export const call: Promise<unknown> = fromEnvironment(createClient({ credentials: readEnvironment({}) }));
// @ts-expect-error - an environment is an object
readEnvironment("ENVIRONMENT_API_KEY");
