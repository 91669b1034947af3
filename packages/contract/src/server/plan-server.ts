import { visible } from "@facsimile/document";
import { mayCall } from "../chains/may-call.js";
import { planChains } from "../chains/plan.js";
import { showPlan } from "../chains/show-plan.js";
import { prepareTest, type ServerTest } from "./hold-server.js";
import { secretsOf } from "./secrets-from.js";

/** What a run would do, for people. Nothing is sent. Rejects with `DocumentError` where the document has errors. */
export async function planServer(test: ServerTest): Promise<string> {
  const { api, document, things, cases, secrets } = await prepareTest(test);
  const called = api.operations.filter((one) => mayCall(one, test.write));
  const closed = called.filter((one) => secretsOf(one, secrets) === undefined);
  const counts = new Map<string, number>();
  for (const { request } of cases.cases) counts.set(request.operation.id, (counts.get(request.operation.id) ?? 0) + 1);
  const lines = [
    `${api.title} at ${test.url}: this would be done. Nothing is sent.`,
    "",
    ...showPlan(planChains(document.json, things, test.write)).split("\n"),
    `cases: ${cases.cases.length} requests, valid ones and broken ones`,
    ...called.map(({ id, method, path }) => `  ${id}  ${method.toUpperCase()} ${path}: ${counts.get(id) ?? 0}`),
    ...closed.map(({ id }) => `no credential: ${id}`),
    ...api.operations
      .filter((one) => !mayCall(one, test.write))
      .map(
        ({ id, method, path }) =>
          `not tried: ${id}  ${method.toUpperCase()} ${path}: it may change something, and --write is not given`,
      ),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}
