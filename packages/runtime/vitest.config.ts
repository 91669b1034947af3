import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["{src,test,faults}/**/*.test.ts"],
    // Thousands of generated values and real servers: a busy machine takes its time.
    testTimeout: 120_000,
  },
});

export default config;
