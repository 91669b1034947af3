import { fileURLToPath } from "node:url";
import type { Api, Document } from "@facsimile/codegen";
import type { Case } from "../cases/case.js";
import { deriveCases } from "../cases/derive.js";
import { readDocument } from "../document/read-document.js";
import { createValidator } from "../schema/validator.js";
import { basePath } from "../server/base-path.js";
import { startMockServer } from "../server/start-mock-server.js";
import { type BuiltPackage, loadBuiltPackage } from "./built-package.js";
import type { Subject } from "./run-case.js";

/** What a generated package's contract test names. */
export interface ContractTest {
  /** The OpenAPI document that the package was generated from. */
  readonly document: URL;
  /** The folder of the package, with its `package.json`. Its build is what is tested. */
  readonly package: URL;
}

/** A document, the package that was built from it, and what is to be tried. */
export interface Contract {
  readonly document: Document;
  readonly api: Api;
  readonly package: BuiltPackage;
  readonly cases: readonly Case[];
}

/** Rejects with `DocumentError` where the document has errors, and with an error that says so where the package is not built. */
export async function readContract(test: ContractTest): Promise<Contract> {
  const { document, api } = await readDocument(fileURLToPath(test.document));
  return { document, api, package: await loadBuiltPackage(test.package), cases: deriveCases(document.json, api) };
}

/** Boots the mock server that the cases of a contract run against. */
export async function startSubject({
  document,
  api,
  package: built,
}: Contract): Promise<Subject & { close(): Promise<void> }> {
  const server = await startMockServer(document);
  const wire = { base: basePath(api.servers), schemes: api.securitySchemes };
  return { server, package: built, validator: createValidator(document, api), wire, close: () => server.close() };
}
