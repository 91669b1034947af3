import { fileURLToPath } from "node:url";
import type { Case } from "../cases/case.js";
import { deriveCases, forgottenOperations } from "../cases/derive.js";
import { readDocument } from "../document/read-document.js";
import { loadBuiltPackage } from "../run/built-package.js";
import { runCase, type Subject } from "../run/run-case.js";
import { createValidator } from "../schema/validator.js";
import { basePath } from "../server/base-path.js";
import { startMockServer } from "../server/start-mock-server.js";

/** What a generated package's contract test names. */
export interface ContractTest {
  /** The OpenAPI document that the package was generated from. */
  readonly document: URL;
  /** The folder of the package, with its `package.json`. Its build is what is tested. */
  readonly package: URL;
}

/**
 * Registers a vitest suite that holds the built package against a mock server booted from its document, one test a case:
 *
 * ```ts
 * import { testContract } from "@facsimile/contract";
 *
 * await testContract({
 *   document: new URL("../../../specs/sendauth/openapi.yaml", import.meta.url),
 *   package: new URL("..", import.meta.url),
 * });
 * ```
 *
 * Rejects with `DocumentError` where the document has errors, and with an error that says so where the package is not built.
 */
export async function testContract(test: ContractTest): Promise<void> {
  const vitest = await import("vitest");
  const { document, api } = await readDocument(fileURLToPath(test.document));
  const built = await loadBuiltPackage(test.package);
  const cases = deriveCases(document.json, api);
  const validator = createValidator(document, api);
  vitest.describe(`${built.name} against its document`, () => {
    let subject: (Subject & { close(): Promise<void> }) | undefined;
    vitest.beforeAll(async () => {
      const server = await startMockServer(document);
      const wire = { base: basePath(api.servers), schemes: api.securitySchemes };
      subject = { server, package: built, validator, wire, close: () => server.close() };
    });
    vitest.afterAll(() => subject?.close());
    vitest.it("calls every operation", () => {
      vitest.expect(forgottenOperations(api, cases)).toEqual([]);
    });
    vitest.it.each(cases.map((one): [string, Case] => [one.name, one]))("%s", async (_name, one) => {
      if (subject === undefined) throw new Error("The mock server did not start.");
      vitest.expect(await runCase(subject, one)).toEqual([]);
    });
  });
}
