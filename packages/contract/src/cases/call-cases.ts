import { type Api, isRelativeServer, type Operation, operationServers, type Server } from "@facsimile/document";
import type { AddressCase, CallForm, Hole, RefusalCase } from "./case.js";
import { keys } from "./keys.js";
import { validRequest } from "./valid-request.js";
import type { ValueContext } from "./value-context.js";

const forms: readonly CallForm[] = ["method", "function"];

/** What a call does whatever it is about: it ends by the caller's signal, and goes to the document's server where it is told no other. */
export function callCases(context: ValueContext, api: Api, operation: Operation): readonly CallCase[] {
  const request = { ...validRequest(context, operation, "maximal"), prefer: undefined };
  const { base, own } = operationServers(api);
  const server = own.get(operation) ?? base;
  return forms.flatMap((form): CallCase[] => {
    const covers = {
      aborted: [keys.call(operation, "aborted", form)],
      server: [keys.call(operation, "no server", form)],
    };
    const name = (what: string): string => `${operation.id}: ${what}, ${form}`;
    const url = server === undefined ? undefined : knownUrl(server);
    return [
      {
        kind: "refusal",
        form,
        name: name("aborted"),
        covers: covers.aborted,
        request,
        error: "AbortedError",
        aborted: true,
      },
      url === undefined
        ? {
            kind: "hole",
            covers: covers.server,
            reason: "The document does not say where its server is: a client has to be told.",
          }
        : { kind: "address", form, name: name("told no server"), covers: covers.server, request, url },
    ];
  });
}

type CallCase = RefusalCase | AddressCase | Hole;

/** The URL of a server by the defaults of its variables; undefined where a caller has to say more. */
function knownUrl(server: Server): string | undefined {
  if (isRelativeServer(server) || server.variables.some(({ required }) => required)) return undefined;
  const url = server.variables.reduce(
    (template, variable) => template.replaceAll(`{${variable.name}}`, () => variable.default),
    server.url,
  );
  return URL.canParse(url) ? new URL(url).href.replace(/(?<!\/)\/+$/, "") : undefined;
}
