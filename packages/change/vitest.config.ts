import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 120_000,
    // The compiler and Prism take seconds to load: one process loads them once.
    isolate: false,
    maxWorkers: 1,
  },
});

export default config;
