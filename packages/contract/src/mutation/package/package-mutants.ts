import type { Api, JsonObject } from "@facsimile/document";
import { withUniqueNames } from "../../cases/unique-names.js";
import type { PackageMutant } from "../mutant.js";
import { codeMutants } from "./code-mutants.js";
import { functionMutants } from "./function-mutants.js";
import { serverUrlMutants } from "./server-url-mutants.js";
import type { TextFile } from "./text-file.js";
import { typeMutants } from "./type-mutants.js";

const described = /^dist\/generated\/(?:operations\/.*|client|methods)\.js$/;
const declared = /^dist\/generated\/(?:(?:operations|schemas)\/.*|headers|client|methods)\.d\.ts$/;
const placed = /^dist\/generated\/(?:[^/]+)\.js$/;
const called = /^dist\/(?:functions\.js|functions\.d\.ts|generated\/(?:operations\/.*|client|methods)\.d\.ts)$/;

/** Faults of the generated package itself, seeded into what is built and not into the generator. */
export function packageMutants(document: JsonObject, api: Api, build: readonly TextFile[]): readonly PackageMutant[] {
  const named = (files: RegExp): TextFile[] => build.filter(({ name }) => files.test(name));
  const [first] = api.operations;
  // Names have no positions in a file, which move with every change before them.
  return withUniqueNames([
    ...codeMutants(api, named(described)),
    ...typeMutants(document, api, named(declared)),
    ...(first === undefined
      ? []
      : [...functionMutants(first, named(called)), ...serverUrlMutants(first, named(placed))]),
  ]);
}
