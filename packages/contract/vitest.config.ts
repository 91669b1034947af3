import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each test puts back what it changes for all: the modules are loaded once for each worker, and not for each file.
    isolate: false,
  },
});

export default config;
