import { defineConfig, type ViteUserConfig } from "vitest/config";

/** The one file that puts other modules in the place of ours: it needs modules of its own. */
const replacing = "test/hostile/control.test.ts";

const config: ViteUserConfig = defineConfig({
  test: {
    // The compiler reads many packages: a busy machine takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "codegen",
          include: ["src/**/*.test.ts", "test/*.test.ts", "test/hostile/*.test.ts", "test/fuzz/*.test.ts"],
          exclude: [replacing],
          // Each test puts back what it changes for all: the modules are loaded once for each worker, and not for each file.
          isolate: false,
        },
      },
      { extends: true, test: { name: "replaced modules", include: [replacing] } },
    ],
  },
});

export default config;
