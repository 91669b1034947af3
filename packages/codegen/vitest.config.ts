import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  // The compiler reads many packages: a busy machine takes its time.
  test: {
    include: ["src/**/*.test.ts", "test/*.test.ts", "test/hostile/*.test.ts", "test/fuzz/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default config;
