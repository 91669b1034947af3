/** The modules, by what the others import them by. */
export const clientModule = "./client.js";
export const environmentModule = "./environment.js";
export const methodsModule = "./methods.js";
export const headersModule = "./headers.js";
export const rawModule = "./raw.js";
export const valuesModule = "./values.js";
export const securityModule = "./security.js";
export const webhooksModule = "./webhooks.js";

/** The module of the schemas that no operation mentions. */
export const unusedModule = "./schemas/unused.js";

/** The module of what values are held against at run time. */
export const validationModule = "./validation.js";

/** The name of the subpath for what a package receives: no group has it. */
export const webhooksName = "webhooks";

/** The module of the schemas that only what is received mentions. */
export const webhookSchemasModule = "./schemas/webhooks.js";

/** The module of a group's operations. */
export function operationsModule(group: string): string {
  return `./operations/${group}.js`;
}
