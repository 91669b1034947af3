import type { JsonObject, Operation } from "@facsimile/document";
import type { Exchange } from "@facsimile/mock/wire";
import { type ClientPlaces, clientPlaces } from "@facsimile/mock/wire";
import type { Validator } from "@facsimile/samples";
import type { WireContext } from "../oracles/request-oracle.js";
import type { CaseRequest } from "../wire/case-request.js";
import type { BuiltPackage } from "./built-package.js";

/** What cases run against. One case at a time: exchanges are told apart by their order. */
export interface Subject {
  readonly server: { readonly url: string; readonly exchanges: readonly Exchange[] };
  /** What requests are held against: what the package was generated from. */
  readonly document: JsonObject;
  readonly package: BuiltPackage;
  readonly validator: Validator;
  readonly wire: WireContext;
  /** Says for which operation the next request is, which the wire may not tell: several can have one method and path. */
  mean(operation: Operation): void;
}

/** What a client is made with for a request of a case. */
export function placesOf({ server, wire }: Pick<Subject, "server" | "wire">, { operation }: CaseRequest): ClientPlaces {
  return clientPlaces(server.url, wire.paths, operation);
}
