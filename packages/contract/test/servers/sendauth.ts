import { anyText, fitsQuery, isRecord, listOf, mapOf, moment, oneOf, shape, wholeNumber } from "./checks.js";
import type { Call, Reply, Route, StateServer } from "./state-server.js";

const company = shape({ id: anyText, orgID: anyText, name: anyText, createdAt: moment });
const fields = {
  role: oneOf("admin", "user", "super_admin"),
  firstName: anyText,
  lastName: anyText,
  email: anyText,
  phone: anyText,
  company,
  permissions: listOf(anyText),
  groupPermissions: listOf(anyText),
  permissionGroups: listOf(anyText),
  messagingPreference: oneOf("email", "sms", "both"),
};
const isUser = shape(fields, ["firstName", "lastName"]);
const listQuery = { page: wholeNumber(1, 2 ** 53), perPage: wholeNumber(1, 100), sortDir: oneOf("asc", "desc") };

type User = Readonly<Record<string, unknown>> & { readonly id: string; readonly hasPasskeys: boolean };

/** SendAuth's users, with those that are deleted and can come back. */
export function sendAuthServer(inside?: string): StateServer {
  const has = (fault: string): boolean => fault === inside;
  const users = new Map<string, User>();
  const deleted = new Map<string, User>();
  const transactions = new Map<string, string[]>();
  let last = 1041;
  const add = (draft: Record<string, unknown>): User => {
    last += 1;
    const username = `${draft.firstName}.${draft.lastName}.${last}`.toLowerCase();
    const made = {
      ...draft,
      id: `usr_${last}`,
      username,
      hasPasskeys: last === 1042,
      createdAt: "2029-11-30T12:00:00Z",
    };
    users.set(made.id, made);
    return made;
  };
  add({ firstName: "Ann", lastName: "Lee", role: "admin", email: "ann.lee@example.com" });
  add({ firstName: "Kim", lastName: "Reed", role: "user", email: "kim.reed@example.com" });

  const ofUser = (call: Call, then: (user: User) => Reply, from = users): Reply => {
    const user = from.get(call.params.userID ?? "");
    if (user !== undefined && (!has("only the example's id is known") || user.id === "usr_1042")) return then(user);
    return { status: has("an unknown id is a fault") ? 500 : 404 };
  };
  const listed = ({ query }: Call, rows: readonly unknown[]): Reply => {
    if (!has("queries are not checked") && !fitsQuery(query, listQuery)) return { status: 400 };
    if (has("text beyond ASCII is a fault") && /[^ -~]/.test(query.get("q") ?? "")) return { status: 500 };
    const perPage = has("limit is ignored") ? 100 : Number(query.get("perPage") ?? 25);
    const start = (Number(query.get("page") ?? 1) - 1) * perPage;
    return { status: 200, body: { rows: rows.slice(start, start + perPage), total: rows.length } };
  };
  const matching = ({ query }: Call, some: readonly User[]): readonly User[] =>
    some
      .filter((user) => `${user.firstName} ${user.lastName} ${user.email}`.includes(query.get("q") ?? ""))
      .filter((user) => !has("a list lacks what was created") || user.id === "usr_1042");
  const isTaken = (body: unknown, own?: string): boolean =>
    isRecord(body) &&
    body.email !== undefined &&
    [...users.values()].some((one) => one.id !== own && one.email === body.email);

  const routes: Route[] = [
    { method: "GET", path: "/api/v1/users", handle: (call) => listed(call, matching(call, [...users.values()])) },
    {
      method: "POST",
      path: "/api/v1/users",
      body: "required",
      handle: ({ body }) => {
        if (has("text beyond ASCII is a fault") && /[^ -~]/.test(JSON.stringify(body))) return { status: 500 };
        if (!has("bodies are not checked") && !isUser(body)) return { status: 422 };
        if (isTaken(body)) return { status: 422 };
        const made = add(only(body));
        if (has("what is created is lost")) users.delete(made.id);
        return { status: 201, body: made };
      },
    },
    {
      method: "GET",
      path: "/api/v1/users/deleted",
      handle: (call) => listed(call, matching(call, [...deleted.values()])),
    },
    {
      method: "GET",
      path: "/api/v1/users/{userID}",
      handle: (call) => ofUser(call, (body) => ({ status: 200, body })),
    },
    {
      method: "PUT",
      path: "/api/v1/users/{userID}",
      body: "required",
      handle: (call) =>
        ofUser(call, (user) => {
          if (!isUser(call.body) || isTaken(call.body, user.id)) return { status: 422 };
          const changed = { ...user, ...only(call.body) };
          if (has("one property of a change is lost")) Object.assign(changed, { lastName: user.lastName });
          if (!has("a change is lost")) users.set(user.id, changed);
          return { status: 200, body: changed };
        }),
    },
    {
      method: "DELETE",
      path: "/api/v1/users/{userID}",
      handle: (call) => {
        if (has("a second deletion succeeds") && !users.has(call.params.userID ?? "")) return { status: 200 };
        return ofUser(call, (user) => {
          if (!has("what is deleted stays")) users.delete(user.id);
          deleted.set(user.id, user);
          return { status: 200 };
        });
      },
    },
    {
      method: "POST",
      path: "/api/v1/users/{userID}/authenticate",
      body: "optional",
      handle: (call) =>
        ofUser(call, (user) => {
          if (call.body !== undefined && !shape({ message: anyText, connectwise: anyText })(call.body))
            return { status: 400 };
          return user.hasPasskeys ? started(user) : { status: 406 };
        }),
    },
    {
      method: "POST",
      path: "/api/v1/users/{userID}/register",
      handle: (call) => ofUser(call, (user) => (user.hasPasskeys ? { status: 406 } : register(user))),
    },
    {
      method: "DELETE",
      path: "/api/v1/users/{userID}/passkey",
      handle: (call) =>
        ofUser(call, (user) => {
          users.set(user.id, { ...user, hasPasskeys: false });
          return { status: 200 };
        }),
    },
    {
      method: "PUT",
      path: "/api/v1/users/{userID}/tags",
      body: "optional",
      handle: (call) =>
        ofUser(call, () =>
          call.body === undefined || shape({ tags: mapOf(anyText) })(call.body) ? { status: 200 } : { status: 400 },
        ),
    },
    {
      method: "GET",
      path: "/api/v1/users/{userID}/audits",
      handle: (call) =>
        ofUser(call, (user) =>
          listed(call, [{ subject: user.id, action: "create", created_at: "2029-11-30T12:00:00Z" }]),
        ),
    },
    {
      method: "GET",
      path: "/api/v1/users/{userID}/transactions",
      handle: (call) =>
        ofUser(call, (user) => {
          const some = transactions.get(user.id) ?? [];
          return listed(
            call,
            some.map((id) => ({ id, subject: user.id, state: "pending", createdAt: "2029-11-30T12:00:00Z" })),
          );
        }),
    },
    {
      method: "PUT",
      path: "/api/v1/users/deleted/{userID}",
      handle: (call) => ofUser(call, (user) => moved(user, () => users.set(user.id, user)), deleted),
    },
    {
      method: "DELETE",
      path: "/api/v1/users/deleted/{userID}",
      handle: (call) => ofUser(call, (user) => moved(user, () => {}), deleted),
    },
  ];

  function moved(user: User, then: () => void): Reply {
    deleted.delete(user.id);
    then();
    return { status: 200 };
  }
  function register(user: User): Reply {
    users.set(user.id, { ...user, hasPasskeys: true });
    return started(user);
  }
  function started(user: User): Reply {
    const some = transactions.get(user.id) ?? [];
    const tx = `tx_${user.id}_${some.length + 1}`;
    transactions.set(user.id, [...some, tx]);
    return { status: 201, body: { tx } };
  }
  const refuse: StateServer["refuse"] = (status) => ({ status });
  return { routes, refuse, isLetIn: ({ headers }) => headers.authorization === `Basic ${btoa("root:letmein-please")}` };
}

function only(body: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(isRecord(body) ? body : {}).filter(([name]) => Object.hasOwn(fields, name)));
}
