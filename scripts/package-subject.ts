import { type Api, buildModel, loadDocument, type Operation } from "@facsimile/document";
import type { Shape } from "../packages/runtime/faults/fault.js";
import { loggerTo, retry, type Subject, type SubjectOperation } from "../packages/runtime/faults/subject.js";

/** The entry `./functions` of a generated package. */
export type FunctionsModule = Readonly<Record<string, unknown>> & { createClient(options: object): unknown };

const shapes: Readonly<Record<string, Shape>> = {
  get: "read",
  post: "write",
  patch: "write",
  put: "replace",
  delete: "remove",
};

/** A generated package, with one operation of each shape: the first that documents a success with JSON, else the first without a body. */
export async function loadPackageSubject(name: string, spec: string, functions: FunctionsModule): Promise<Subject> {
  const { document } = await loadDocument(spec);
  const api = document && buildModel(document).api;
  if (!api) throw new Error(`${spec} cannot be read: facsimile generate says why`);
  const described = api.operations.flatMap((operation) => describe(operation, functions));
  const candidates = [...described.filter((one) => !one.bodiless), ...described.filter((one) => one.bodiless)];
  const credentials = credentialsFor(api);
  return {
    name,
    operations: candidates.filter(({ shape }, at) => candidates.findIndex((other) => other.shape === shape) === at),
    open: ({ log, ...options }) => functions.createClient({ ...options, credentials, retry, logger: loggerTo(log) }),
    // As text, and as the base64 that HTTP basic makes of it.
    secrets: ["canary", Buffer.from("ann:canary").toString("base64").slice(0, 12)],
  };
}

function credentialsFor({ securitySchemes }: Api): object {
  const entries = securitySchemes.map((scheme) => {
    const secret = `canary-of-${scheme.name}/+`;
    const basic = scheme.type === "http" && scheme.scheme === "basic";
    return [scheme.credential, basic ? { username: "ann", password: secret } : secret];
  });
  return Object.fromEntries(entries);
}

function describe(operation: Operation, functions: FunctionsModule): readonly SubjectOperation[] {
  const shape = shapes[operation.method];
  const { name } = operation;
  const call = functions[name];
  const successes = operation.responses.filter(({ status }) => /^2\d\d$/.test(status));
  const success =
    successes.find(({ content }) => content.some((mediaType) => mediaType.name === "application/json")) ??
    successes.find(({ content }) => content.length === 0);
  if (!shape || !success || typeof call !== "function") return [];
  const input = inputFor(operation);
  // Every function of the entry beside createClient takes these; one that has no input takes none.
  const send = call as (client: unknown, ...rest: object[]) => Promise<unknown>;
  return [
    {
      shape,
      name,
      success: Number(success.status),
      ...(success.content.length === 0 && { bodiless: true }),
      call: (client, options) => send(client, input, options),
    },
  ];
}

/** A text for each parameter that is needed, and an empty body: the runtime leaves it to the server to judge them. */
function inputFor({ parameters, requestBody }: Operation): object {
  const input: Record<string, object> = requestBody ? { body: {} } : {};
  for (const parameter of parameters) {
    if (parameter.required) input[parameter.in] = { ...input[parameter.in], [parameter.name]: "x1" };
  }
  return input;
}
