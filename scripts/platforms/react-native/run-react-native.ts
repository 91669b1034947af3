import { runInContext } from "node:vm";
import type { Check } from "../../../packages/runtime/test/platforms/check.js";
import { startPlatformServer } from "../../../packages/runtime/test/platforms/server.js";
import { bundleScenario } from "../packed.js";
import type { Consumer } from "../platform.js";
import { type Additions, createEnvironment } from "./environment.js";
import { fetchReactNative } from "./source.js";

/** Checks that cannot be well, by their names. The README of the runtime says each of them to applications. */
function exceptionsOf({ url, random }: Additions): readonly string[] {
  return [
    // Native code follows it, and says nothing of it.
    "a redirect to another origin",
    // There is no `crypto.subtle`.
    "PKCE",
    // Its `URL` puts a relative URL behind the base as it is.
    ...(url ? [] : ["pages by relative links"]),
    // There is no `crypto.getRandomValues` for the boundary.
    ...(random ? [] : ["a multipart body with a file"]),
  ];
}

/** The scenario with the globals of React Native. What it lacks has to be lacking: an exception that is none any more is a problem. */
export async function runReactNative(additions: Additions, consumer: Consumer): Promise<readonly Check[]> {
  const context = await createEnvironment(fetchReactNative(), additions);
  const script = await bundleScenario(await consumer(), "", "bundle");
  const server = await startPlatformServer();
  try {
    runInContext(script, context);
    const call = `bundle.runEverything(bundle.loaded, ${JSON.stringify(server.url)})`;
    // Written by the script.
    const checks = (await runInContext(call, context)) as Check[];
    const exceptions = exceptionsOf(additions);
    return checks.map(({ name, problem }) => {
      if (!exceptions.includes(name)) return { name, problem };
      return {
        name: `${name}, not`,
        problem: problem === undefined ? "it is well, and listed as an exception" : undefined,
      };
    });
  } finally {
    await server.close();
  }
}
