import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadObservedSpec, type Observed, type ObservedSpec, observeFile } from "../../evidence/src/index.js";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { type Outcome, runIn } from "./run-facsimile.js";

export const example: string = fileURLToPath(new URL("../../../examples/facts", import.meta.url));
export const origin = "https://api.tidebook.example/v1";

export interface Entry {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly sent?: unknown;
  readonly status?: number;
  readonly answer?: unknown;
  readonly answerHeaders?: Readonly<Record<string, string>>;
  readonly answerType?: string;
}

function pairs(
  headers: Readonly<Record<string, string>> = {},
): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

export function har(...entries: readonly Entry[]): string {
  const log = {
    version: "1.2",
    entries: entries.map(
      ({
        method = "GET",
        url,
        headers,
        sent,
        status = 200,
        answer,
        answerHeaders,
        answerType = "application/json",
      }) => ({
        request: {
          method,
          url,
          headers: pairs(headers),
          queryString: [],
          cookies: [],
          ...(sent === undefined ? {} : { postData: { mimeType: "application/json", text: JSON.stringify(sent) } }),
        },
        response: {
          status,
          headers: pairs(answerHeaders),
          cookies: [],
          content: { mimeType: answerType, size: 1, ...(answer === undefined ? {} : { text: JSON.stringify(answer) }) },
        },
      }),
    ),
  };
  return JSON.stringify({ log }, null, 1);
}

export const station = { id: "a", name: "Brackwater", region: "north" };

const spec: Promise<ObservedSpec> = loadObservedSpec(join(example, "openapi.yaml"));

/** Runs the command in a folder, and keeps what it writes. */
export function verify(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return runIn(folder, ["verify", ...args]);
}

export async function observed(text: string): Promise<Observed> {
  const folder = await temporaryFolder({ "a.har": text });
  return observeFile(join(folder, "a.har"), "a.har", await spec);
}

/** What is not confirmed, without the beginning that all ids have. */
export async function open(text: string): Promise<readonly string[]> {
  const { facts } = await observed(text);
  return facts.flatMap(({ fact, answer }) =>
    answer.verdict === "confirmed" ? [] : [`${answer.verdict} ${fact.id.slice(9)}: ${answer.says}`],
  );
}
