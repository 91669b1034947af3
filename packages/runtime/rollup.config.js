import { dts } from "rollup-plugin-dts";

/** The declarations of the compiler, one file for each source file, become one for each entry, with what entries share beside them. */
export default {
  input: {
    index: "build/index.d.ts",
    raw: "build/raw.d.ts",
    "schemas/index": "build/schemas/index.d.ts",
    "streams/index": "build/streams/index.d.ts",
    "webhooks/index": "build/webhooks/index.d.ts",
  },
  external: ["eventsource-parser", "openapi-fetch"],
  plugins: [dts()],
  output: {
    dir: "dist",
    entryFileNames: "[name].d.ts",
    chunkFileNames: "shared-[name].ts",
    minifyInternalExports: false,
  },
};
