import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CommandIo } from "./command.js";
import { UsageError } from "./usage-error.js";

/** A folder as a URL, relative to where the command was called. */
export function folderUrl({ cwd }: CommandIo, path: string): URL {
  return pathToFileURL(`${resolve(cwd, path)}/`);
}

/** Resolves when the person wants the command to stop. */
export function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** The URL of a server. Throws {@link UsageError} where it is no URL of http or https, or has more than a path. */
export function serverUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError("--server takes a URL of http or https, such as http://127.0.0.1:9000/v2");
  if (url.username !== "" || url.password !== "")
    throw new UsageError("--server takes no user and no password: URLs end up in histories and logs");
  if (url.search !== "" || url.hash !== "") throw new UsageError("--server takes a URL without a query or a fragment");
  return url;
}
