import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  // The sources, so that the tests do not need a build.
  resolve: { alias: { "@facsimile/codegen": fileURLToPath(new URL("../codegen/src/index.ts", import.meta.url)) } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // A thousand changed specs are held against their evidence one after the other.
    testTimeout: 120_000,
  },
});

export default config;
