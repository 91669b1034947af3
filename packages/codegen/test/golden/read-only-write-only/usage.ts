import type { Account, AccountRequest2 } from "./src/index.js";
import { createReadOnly } from "./src/index.js";

const api = createReadOnly();

await api.addAccount({ body: { name: "a", password: "p" } });
await api.signIn({ body: { token: "t" } });

// @ts-expect-error - what can only be written is required in a request
await api.addAccount({ body: { name: "a" } });

const result = await api.addAccount({ body: { name: "a", password: "p", parent: { name: "b", password: "q" } } });
if (result.ok) {
  const [first] = result.data.accounts;
  first?.id satisfies string | undefined;
  // @ts-expect-error - what can only be written is not answered
  first?.password;
}

const answered: Account = { id: "1", name: "a" };
// @ts-expect-error - what can only be read is required in an answer
const incomplete: Account = { name: "a" };
const sent: AccountRequest2 = { name: "a", password: "p" };
// @ts-expect-error - what can only be read is not sent
const wrong: AccountRequest2 = { id: "1", name: "a", password: "p" };
console.log(answered, incomplete, sent, wrong);
