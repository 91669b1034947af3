// The parts of openapi-typescript 7.13.0 that its entry loads together with Redocly's lint, which is half of its time and not needed here.

declare module "openapi-typescript/dist/transform/index.js" {
  import type { transformSchema } from "openapi-typescript";

  const transform: typeof transformSchema;
  export default transform;
}

declare module "openapi-typescript/dist/lib/utils.js" {
  export { resolveRef, scanDiscriminators } from "openapi-typescript";
}
