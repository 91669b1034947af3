import { fileURLToPath } from "node:url";
import type {
  Api,
  Document,
  DocumentSettings,
  GivenDocument,
  JsonObject,
  Operation,
  Selection,
} from "@facsimile/document";
import { openMockServer, readDocument } from "@facsimile/mock";
import type { Exchange } from "@facsimile/mock/wire";
import { createValidator, type Validator } from "@facsimile/samples";
import { type Extents, type Part, triedComponents, triedOperations } from "../cases/bound.js";
import type { Matrix } from "../cases/case.js";
import { deriveCases } from "../cases/derive.js";
import { mockDocument } from "../cases/mock-document.js";
import { tolerantValidator } from "../oracles/tolerant-validator.js";
import { type PreflightFinding, preflight, withoutBlind } from "../preflight/preflight.js";
import { readAccepted } from "../report/accepted.js";
import type { Accepted } from "../report/reported-finding.js";
import { type BuiltPackage, loadBuiltPackage } from "./built-package.js";
import type { Subject } from "./subject.js";

/** What a generated package's contract test names. */
export interface ContractTest extends Extents, Selection, DocumentSettings {
  /** The OpenAPI document that the package was generated from: its file, or what is in none. */
  readonly document: URL | GivenDocument;
  /** The overlays that were applied to it, in their order. Default: none. */
  readonly overlays?: readonly URL[];
  /** The folder of the package, with its `package.json`. Its build is what is tested. */
  readonly package: URL;
  /** Whether answers and examples may have no property that nobody declared. Default: they may, unless a schema forbids it. */
  readonly strict?: boolean;
  /**
   * Findings that are known, by id, with the reason; or the file that has them. Default: `contract.accept.yaml` in the folder of the package, where there is
   * one.
   */
  readonly accepted?: URL | Accepted;
}

/** A document, the package that was built from it, and what is to be tried. */
export interface Contract extends Matrix {
  readonly document: Document;
  /** What the mock server follows. */
  readonly mockDocument: JsonObject;
  readonly api: Api;
  readonly package: BuiltPackage;
  readonly validator: Validator;
  /** The operations that are tried. */
  readonly operations: readonly Operation[];
  /** The part of the document that they are. Undefined where it is shared with nobody. */
  readonly part: Part | undefined;
  /** What was found before anything was tried. */
  readonly found: readonly PreflightFinding[];
  readonly accepted: Accepted;
}

/** Rejects with `DocumentError` where the document has errors, and with an error that says so where the package is not built. */
export async function readContract(test: ContractTest): Promise<Contract> {
  const known = await readCases(test);
  return {
    ...known,
    accepted: await acceptedOf(test),
    package: await loadBuiltPackage(test.package, known.api.names),
  };
}

/** What a document gives to try, whatever package is built from it. Rejects with `DocumentError` where it has errors. */
export async function readCases(
  test: Extents & Selection & DocumentSettings & Pick<ContractTest, "document" | "overlays" | "strict">,
): Promise<Omit<Contract, "accepted" | "package">> {
  const overlays = (test.overlays ?? []).map((overlay) => fileURLToPath(overlay));
  const source = test.document instanceof URL ? fileURLToPath(test.document) : test.document;
  const { document, api } = await readDocument(source, { ...test, overlays });
  const own = createValidator(document, api);
  const strict = test.strict === true ? { ...own, allows: own.check } : own;
  // A schema that cannot be compiled is found once, by the preflight.
  const { validator } = tolerantValidator(strict);
  const operations = triedOperations(api, test);
  const mock = mockDocument({ document: document.json, validator }, api, operations);
  const components = triedComponents(api, test, operations);
  const found = await preflight({ document, mockDocument: mock, api, operations, components, validator: strict });
  return {
    document,
    mockDocument: mock,
    api,
    validator,
    operations,
    part: test.part,
    found,
    ...withoutBlind(deriveCases(document.json, api, validator, test), found),
  };
}

function acceptedOf({ accepted, package: folder }: ContractTest): Promise<Accepted> | Accepted {
  if (accepted !== undefined && !(accepted instanceof URL)) return accepted;
  const root = folder.href.endsWith("/") ? folder : new URL(`${folder.href}/`);
  return readAccepted(accepted ?? new URL("contract.accept.yaml", root));
}

/** What cases run against, with a mock server of its own. */
export interface OwnSubject extends Subject {
  /** Lets go of what was seen so far. */
  forget(): void;
  close(): Promise<void>;
}

/** Boots the mock server that the cases of a contract run against. */
export async function startSubject(contract: Contract): Promise<OwnSubject> {
  const { document, mockDocument, api, validator, package: built } = contract;
  const exchanges: Exchange[] = [];
  let meant: Operation | undefined;
  const server = await openMockServer(mockDocument, api, {
    pauseMs: 1,
    meant: () => meant,
    onExchange: (exchange) => exchanges.push(exchange),
    timeoutMs: patienceMs,
  });
  return {
    server: { url: server.url, exchanges },
    mean: (operation) => {
      meant = operation;
    },
    document: document.json,
    package: built,
    validator,
    // Those of the operations that the cases are about.
    wire: { paths: server.paths, schemes: api.securitySchemes },
    forget: () => exchanges.splice(0),
    close: () => server.close(),
  };
}

/** Prism compiles schemas when they are first needed, which takes long where there are many. */
const patienceMs = 60_000;
