import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,test,faults}/**/*.test.ts"],
    // Thousands of generated values and real servers: a busy machine takes its time.
    testTimeout: 60_000,
  },
});
