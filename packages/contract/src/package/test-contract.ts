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
 */
export async function testContract(test: ContractTest): Promise<void> {
  throw new Error(`Not written yet: ${test.document.pathname}`);
}
