/** How a test gets at the package. */
export type ModuleKind = "require" | "import";

const names = {
  "@facsimile/sendauth": ["createSendAuth", "unwrap", "ApiError", "isTimeoutError"],
  "@facsimile/sendauth/users": ["createClient", "getUser"],
  "@facsimile/sendauth/raw": ["createRaw"],
};

/** What an application's first test is like: a client, calls of a server on this machine, and the errors of the package. */
const body = `
const options = (answer) => ({
  baseUrl: \`\${process.env.API}/\${answer}\`,
  credentials: { basic: { username: "ann", password: "secret" } },
});
const input = { path: { userID: "u1" } };

test("a call", async () => {
  expect((await createSendAuth(options("echo")).getUser(input)).ok).toBe(true);
});

test("a failure", async () => {
  const call = unwrap(createSendAuth(options("missing")).getUser(input));
  await expect(call).rejects.toBeInstanceOf(ApiError);
});

test("a time limit", async () => {
  const call = createSendAuth(options("silent")).getUser(input, { timeout: 50, retry: false });
  expect(await call.catch(isTimeoutError)).toBe(true);
});

test("a client of one subpath at another", async () => {
  const client = createClient(options("missing"));
  expect((await getUser(client, input)).status).toBe(404);
  expect((await createRaw(client).GET("/api/v1/users/{userID}", { params: input })).response.status).toBe(404);
});
`;

export const testCount: number = body.split("\ntest(").length - 1;

/** A test file. In TypeScript its only annotation is that of a parameter, which strict compilers ask for. */
export function writeTest(kind: ModuleKind, typescript = false): string {
  const heads = Object.entries(names).map(([module, imported]) => {
    const list = `{ ${imported.join(", ")} }`;
    return kind === "require" ? `const ${list} = require("${module}");` : `import ${list} from "${module}";`;
  });
  return `${heads.join("\n")}\n${typescript ? body.replace("(answer)", "(answer: string)") : body}`;
}
