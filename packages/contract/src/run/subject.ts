import type { CaseRequest } from "../cases/case.js";
import type { WireContext } from "../oracles/request-oracle.js";
import type { Validator } from "../schema/validator.js";
import type { Exchange } from "../server/exchange.js";
import { type ClientPlaces, clientPlaces } from "../wire/served-paths.js";
import type { BuiltPackage } from "./built-package.js";

/** What cases run against. One case at a time: exchanges are told apart by their order. */
export interface Subject {
  readonly server: { readonly url: string; readonly exchanges: readonly Exchange[] };
  readonly package: BuiltPackage;
  readonly validator: Validator;
  readonly wire: WireContext;
}

/** What a client is made with for a request of a case. */
export function placesOf({ server, wire }: Pick<Subject, "server" | "wire">, { operation }: CaseRequest): ClientPlaces {
  return clientPlaces(server.url, wire.paths, operation);
}
