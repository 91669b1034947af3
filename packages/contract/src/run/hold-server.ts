import { readDocument } from "@facsimile/mock";
import { createValidator } from "@facsimile/samples";
import { deriveCases } from "../cases/derive.js";
import type { Finding } from "../oracles/finding.js";
import { createRedactor } from "../report/redactor.js";
import type { CaseResult } from "../report/report.js";
import type { Secret } from "../wire/case-request.js";
import { secretTexts } from "../wire/credentials.js";
import { casesForServer, runOnServer, secretsFrom, variableOf } from "./any-server.js";

export interface ServerTest {
  /** The path of the OpenAPI document. */
  readonly document: string;
  /** The server, with the path that comes before the paths of the document. */
  readonly url: string;
  /** Whether operations are called that may change something. */
  readonly write: boolean;
  /** Where credentials come from: `FACSIMILE_<SCHEME>`. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What became of holding a server against a document. No text in it has a credential that was sent. */
export interface HeldServer {
  readonly title: string;
  /** The security schemes without a credential, with the environment variable that would give it. */
  readonly lacking: readonly { readonly scheme: string; readonly variable: string }[];
  readonly results: readonly CaseResult[];
}

/** Holds a running server against a document. Rejects with `DocumentError` where the document has errors. */
export async function holdServer({ document: file, url, write, env }: ServerTest): Promise<HeldServer> {
  const { api, document } = await readDocument(file);
  const validator = createValidator(document, api);
  const { cases, elsewhere } = deriveCases(document.json, api, validator);
  const secrets = secretsFrom(env, api);
  const lacking = api.securitySchemes.filter(({ name }) => !secrets.some(({ scheme }) => scheme.name === name));
  const withoutSecrets = redactorOf(secrets);
  const results: CaseResult[] = [];
  for (const one of casesForServer([...cases, ...elsewhere], secrets, write)) {
    const found = await runOnServer(url, one, validator);
    results.push({
      name: withoutSecrets(one.name),
      findings: found.map((finding) => redacted(finding, withoutSecrets)),
    });
  }
  return {
    title: api.title,
    lacking: lacking.map(({ name }) => ({ scheme: name, variable: variableOf(name) })),
    results,
  };
}

/** A server may send back what it was sent. */
function redactorOf(secrets: readonly Secret[]): (text: string) => string {
  const redactor = createRedactor();
  redactor.hide(secrets.flatMap(secretTexts));
  return redactor.redact;
}

function redacted({ oracle, message }: Finding, redact: (text: string) => string): Finding {
  return { oracle, message: redact(message) };
}
