import { fileURLToPath } from "node:url";
import type { Api, Document } from "@facsimile/document";
import { readDocument, startMockServer } from "@facsimile/mock";
import { servedPaths } from "@facsimile/mock/wire";
import { createValidator, type Validator } from "@facsimile/samples";
import { deriveCases, type Matrix } from "../cases/derive.js";
import { type BuiltPackage, loadBuiltPackage } from "./built-package.js";
import type { Subject } from "./subject.js";

/** What a generated package's contract test names. */
export interface ContractTest {
  /** The OpenAPI document that the package was generated from. */
  readonly document: URL;
  /** The folder of the package, with its `package.json`. Its build is what is tested. */
  readonly package: URL;
}

/** A document, the package that was built from it, and what is to be tried. */
export interface Contract extends Matrix {
  readonly document: Document;
  readonly api: Api;
  readonly package: BuiltPackage;
  readonly validator: Validator;
}

/** Rejects with `DocumentError` where the document has errors, and with an error that says so where the package is not built. */
export async function readContract(test: ContractTest): Promise<Contract> {
  const { document, api } = await readDocument(fileURLToPath(test.document));
  const validator = createValidator(document, api);
  return {
    document,
    api,
    validator,
    package: await loadBuiltPackage(test.package, api.names),
    ...deriveCases(document.json, api, validator),
  };
}

/** Boots the mock server that the cases of a contract run against. */
export async function startSubject({
  document,
  api,
  validator,
  package: built,
}: Contract): Promise<Subject & { close(): Promise<void> }> {
  const server = await startMockServer(document);
  // Those of the operations that the cases are about.
  const paths = servedPaths(api);
  const wire = { paths, schemes: api.securitySchemes };
  return { server, package: built, validator, wire, close: () => server.close() };
}
