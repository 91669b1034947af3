import type { Server } from "@facsimile/document";

/**
 * The path that the document's first server puts before every path template, without a slash at its end: `/rest/v2`, or `""`.
 * Variables take their defaults. A relative server counts from the root.
 */
export function basePath(servers: readonly Server[]): string {
  const server = servers[0];
  if (server === undefined) return "";
  const url = server.variables.reduce(
    (template, variable) => template.replaceAll(`{${variable.name}}`, variable.default),
    server.url,
  );
  return new URL(url, "http://relative.invalid/").pathname.replace(/\/+$/, "");
}
