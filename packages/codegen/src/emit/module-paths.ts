/** The modules, by what the others import them by. */
export const clientModule = "./client.js";
export const environmentModule = "./environment.js";
export const methodsModule = "./methods.js";
export const headersModule = "./headers.js";
export const rawModule = "./raw.js";
export const valuesModule = "./values.js";
export const securityModule = "./security.js";

/** The module of the schemas that no operation mentions. */
export const unusedModule = "./schemas/unused.js";

/** The module of a group's operations. */
export function operationsModule(group: string): string {
  return `./operations/${group}.js`;
}
