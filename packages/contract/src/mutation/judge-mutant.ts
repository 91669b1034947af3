import type { Operation } from "@facsimile/document";
import { type Interceptor, type MockServer, openMockServer } from "@facsimile/mock";
import type { Exchange } from "@facsimile/mock/wire";
import type { Case } from "../cases/case.js";
import type { TypeCheck } from "../oracles/types/claim.js";
import type { Compile } from "../oracles/types/compile.js";
import { judgeTypes, type TypeModule } from "../oracles/types/types-oracle.js";
import type { Contract } from "../run/contract.js";
import { runCase } from "../run/run-case.js";
import type { Subject } from "../run/subject.js";
import type { AnswerMutant, Mutant, PackageMutant, RequestMutant, ServerMutant, Verdict } from "./mutant.js";
import { withEdit } from "./package/edited-package.js";

/** What mutants are judged with. One at a time. */
export interface Bench {
  readonly contract: Contract;
  readonly module: TypeModule;
  readonly checks: readonly TypeCheck[];
  readonly compile: Compile;
  readonly subject: Subject;
  /** What stands between the package and the server, until the next mutant. */
  readonly between: { current: Interceptor };
}

/** How long the cases of one mutant may take. */
const limitMs = 60_000;

/** Seeds a fault, and runs the cases that have to notice it until one does. */
export async function judgeMutant(bench: Bench, mutant: Mutant): Promise<Verdict> {
  try {
    const noticed = await noticedBy(bench, mutant);
    return noticed === undefined
      ? { mutant, status: "survived", reason: "No case noticed it." }
      : { mutant, ...noticed };
  } catch (error) {
    return { mutant, status: "crashed", reason: error instanceof Error ? error.message : String(error) };
  }
}

type Outcome = Pick<Verdict, "status" | "reason">;

function noticedBy(bench: Bench, mutant: Mutant): Promise<Outcome | undefined> {
  if (mutant.family === "server") return withServer(bench, mutant);
  if (mutant.family === "package")
    return mutant.file.endsWith(".d.ts") ? withDeclarations(bench, mutant) : withCode(bench, mutant);
  return withInterceptor(bench, mutant);
}

async function withServer({ contract, subject }: Bench, mutant: ServerMutant): Promise<Outcome | undefined> {
  const document = structuredClone(contract.mockDocument);
  mutant.change(document);
  const exchanges: Exchange[] = [];
  const server = await openMockServer(document, contract.api, {
    onExchange: (exchange) => exchanges.push(exchange),
    meant: () => mutant.operation,
  });
  try {
    return await firstNotice({ ...subject, server: { url: server.url, exchanges } }, casesFor(contract, mutant));
  } finally {
    await server.close();
  }
}

/** What changes on its way is not seen by requests that go past the package: they are the suite's own. */
async function withInterceptor(
  { between, contract, subject }: Bench,
  mutant: RequestMutant | AnswerMutant,
): Promise<Outcome | undefined> {
  const before = between.current;
  between.current =
    mutant.family === "request" ? { ...before, request: mutant.change } : { ...before, answer: mutant.change };
  try {
    return await firstNotice(
      subject,
      casesFor(contract, mutant).filter(({ kind }) => kind === "answer"),
    );
  } finally {
    between.current = before;
  }
}

async function withDeclarations(
  { checks, compile, contract, module }: Bench,
  mutant: PackageMutant,
): Promise<Outcome | undefined> {
  const overlay = await withEdit.overlay(contract.package, mutant);
  const verdict = judgeTypes(module, checks, { compile, overlay });
  const [first] = [{ name: "", findings: verdict.shared }, ...verdict.checks].filter(
    ({ findings }) => findings.length > 0,
  );
  return first === undefined
    ? undefined
    : { status: "killed", reason: `${first.name}: types: ${first.findings[0]?.split("\n")[0]}` };
}

async function withCode({ contract, subject }: Bench, mutant: PackageMutant): Promise<Outcome | undefined> {
  return withEdit.imported(contract.package, mutant, (edited) =>
    firstNotice({ ...subject, package: edited }, casesFor(contract, mutant)),
  );
}

function casesFor({ cases }: Contract, { operation }: Mutant): readonly Case[] {
  return cases.filter(({ request }) => request.operation === operation);
}

async function firstNotice(subject: Subject, cases: readonly Case[]): Promise<Outcome | undefined> {
  const end = Date.now() + limitMs;
  for (const one of cases) {
    const [finding] = await runCase(subject, one);
    if (finding !== undefined)
      return { status: "killed", reason: `${one.name}: ${finding.oracle}: ${finding.message.split("\n")[0]}` };
    if (Date.now() > end) return { status: "timed out", reason: `The cases took more than ${limitMs} ms.` };
  }
  return undefined;
}

/** Boots the one server that requests and answers are changed at. */
export async function openBench(
  contract: Contract,
  parts: Pick<Bench, "module" | "checks" | "compile">,
): Promise<Bench & Pick<MockServer, "close">> {
  const between: Bench["between"] = { current: { request: (request) => request, answer: (answer) => answer } };
  const exchanges: Exchange[] = [];
  let meant: Operation | undefined;
  const server = await openMockServer(contract.mockDocument, contract.api, {
    meant: () => meant,
    onExchange: (exchange) => exchanges.push(exchange),
    interceptor: {
      request: (request) => between.current.request(request),
      answer: (answer) => between.current.answer(answer),
    },
  });
  const wire = { paths: server.paths, schemes: contract.api.securitySchemes };
  const subject = {
    server: { url: server.url, exchanges },
    document: contract.document.json,
    package: contract.package,
    validator: contract.validator,
    wire,
    mean: (operation: Operation): void => {
      meant = operation;
    },
  };
  return { ...parts, contract, between, subject, close: () => server.close() };
}
