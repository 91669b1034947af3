import type { AddressCase } from "../cases/case.js";
import { differ } from "../oracles/compare.js";
import { type Finding, findings } from "../oracles/finding.js";
import { callPackage } from "./call-package.js";
import type { Subject } from "./subject.js";

/** Calls a client that is told no server, and looks at where the request would go. Nothing is sent. */
export async function runAddress({ package: built }: Subject, one: AddressCase): Promise<readonly Finding[]> {
  const asked: string[] = [];
  const fetch = async (input: Parameters<typeof globalThis.fetch>[0]): Promise<Response> => {
    asked.push(input instanceof Request ? input.url : String(input));
    return new Response(null, { status: 503 });
  };
  await callPackage(built, { fetch }, one.request, { form: one.form }).catch(() => undefined);
  const [first = "nowhere"] = asked;
  const isThere = first === one.url || ["/", "?"].some((next) => first.startsWith(`${one.url}${next}`));
  return findings("request", isThere ? [] : differ("server", one.url, first.split("?", 1)[0]), "package");
}
