import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["{src,test,faults}/**/*.test.ts"],
    // Thousands of generated values and real servers: a busy machine takes its time.
    testTimeout: 120_000,
    // Each test puts back what it changes for all: the modules are loaded once for each worker, and not for each file.
    isolate: false,
  },
});

export default config;
