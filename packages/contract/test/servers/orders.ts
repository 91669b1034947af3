import { email, fitsQuery, integer, isRecord, listOf, oneOf, shape, text, truth, wholeNumber } from "./checks.js";
import type { Call, Reply, Route, StateServer } from "./state-server.js";

const tier = oneOf("basic", "plus", "gold");
const state = oneOf("open", "paid", "sent");
const customerFields = { name: text(1, 60), email, tier, newsletter: truth, credit: integer(0, 1_000_000) };
const isCustomer = shape(customerFields, ["name", "email"]);
const line = shape({ article: (value) => /^[A-Z]-\d{3}$/.test(String(value)), pieces: integer(1, 99) }, [
  "article",
  "pieces",
]);
const orderFields = {
  state,
  note: text(0, 200),
  lines: (value: unknown): boolean => listOf(line)(value) && (value as unknown[]).length > 0,
};
const isChange = shape(orderFields);
const isOrder = shape(orderFields, ["lines"]);
const listQuery = {
  cursor: (value: unknown): boolean => /^c\d{1,9}$/.test(String(value)),
  limit: wholeNumber(1, 50),
  tier,
  state,
};

type Thing = Readonly<Record<string, unknown>> & { readonly id: number };
type Customer = Thing & { readonly orders: Map<number, Thing> };

/** Pages by cursor, ids that are whole numbers and come with `Location`, things inside things, a bearer token. */
export function ordersServer(inside?: string): StateServer {
  const has = (fault: string): boolean => fault === inside;
  const customers = new Map<number, Customer>();
  let last = 700;
  const add = (draft: object): Customer => {
    last += 1;
    const made = { ...draft, id: last, created_at: "2029-11-30T12:00:00.000Z", orders: new Map() };
    customers.set(last, made);
    return made;
  };
  for (const name of ["Ines", "Jon", "Kofi"])
    add({ name, email: `${name}@example.com`, tier: name === "Jon" ? "gold" : "basic" });

  const of = (call: Call, then: (customer: Customer) => Reply): Reply => {
    const text = call.params.customer ?? "";
    if (!wholeNumber(1, 2 ** 53)(text)) return problem(400, "That is no id.");
    const one = customers.get(Number(text));
    if (one !== undefined && (!has("only the example's id is known") || one.id < 704)) return then(one);
    return has("an unknown id is a fault")
      ? problem(500, "undefined is no customer")
      : problem(404, "There is no such customer.");
  };
  const orderOf = (call: Call, then: (order: Thing, customer: Customer) => Reply): Reply =>
    of(call, (customer) => {
      const text = call.params.order ?? "";
      if (!wholeNumber(1, 2 ** 53)(text)) return problem(400, "That is no id.");
      const order = customer.orders.get(Number(text));
      return order === undefined ? problem(404, "There is no such order.") : then(order, customer);
    });
  const isTaken = (body: unknown, own?: number): boolean =>
    isRecord(body) && [...customers.values()].some((one) => one.id !== own && one.email === body.email);

  const routes: Route[] = [
    {
      method: "GET",
      path: "/v1/customers",
      handle: ({ query }) => {
        if (!has("queries are not checked") && !fitsQuery(query, listQuery))
          return problem(400, "The query is not acceptable.");
        if (has("text beyond ASCII is a fault") && /[^ -~]/.test(query.get("email") ?? "")) return problem(500, "?");
        const some = [...customers.values()]
          .filter((one) => has("a filter is ignored") || !query.has("tier") || one.tier === query.get("tier"))
          .filter((one) => !query.has("email") || one.email === query.get("email"))
          .filter((one) => !has("a list lacks what was created") || one.id < 704);
        return page(some.map(shown), query, has);
      },
    },
    {
      method: "POST",
      path: "/v1/customers",
      body: "required",
      handle: ({ body }) => {
        if (has("text beyond ASCII is a fault") && /[^ -~]/.test(JSON.stringify(body))) return problem(500, "?");
        if (!has("bodies are not checked") && !isCustomer(body)) return problem(400, "That is no customer.");
        if (isTaken(body)) return problem(409, "The address is taken.");
        const made = add(only(body, customerFields));
        if (has("what is created is lost")) customers.delete(made.id);
        const id = has("Location leads nowhere") ? 1 : made.id;
        return { status: 201, headers: { Location: `/v1/customers/${id}`, ETag: '"1"' }, body: shown(made) };
      },
    },
    {
      method: "GET",
      path: "/v1/customers/{customer}",
      handle: (call) => of(call, (one) => ({ status: 200, headers: { ETag: '"1"' }, body: shown(one) })),
    },
    {
      method: "PUT",
      path: "/v1/customers/{customer}",
      body: "required",
      handle: (call) =>
        of(call, (one) => {
          if (!isCustomer(call.body)) return problem(400, "That is no customer.");
          if (isTaken(call.body, one.id)) return problem(409, "The address is taken.");
          const { id, created_at, orders } = one;
          const changed = { ...only(call.body, customerFields), id, created_at, orders };
          if (has("one property of a change is lost")) Object.assign(changed, { name: one.name });
          if (!has("a change is lost")) customers.set(id, changed);
          return { status: 200, body: shown(changed) };
        }),
    },
    {
      method: "DELETE",
      path: "/v1/customers/{customer}",
      handle: (call) => {
        if (has("a second deletion succeeds") && !customers.has(Number(call.params.customer))) return { status: 204 };
        return of(call, (one) => {
          if (!has("what is deleted stays")) customers.delete(one.id);
          return { status: 204 };
        });
      },
    },
    {
      method: "GET",
      path: "/v1/customers/{customer}/orders",
      handle: (call) =>
        of(call, ({ orders }) => {
          if (!fitsQuery(call.query, listQuery)) return problem(400, "The query is not acceptable.");
          const wanted = call.query.get("state");
          const some = [...orders.values()].filter(
            (one) => has("a filter is ignored") || wanted === null || one.state === wanted,
          );
          return page(some, call.query, has);
        }),
    },
    {
      method: "POST",
      path: "/v1/customers/{customer}/orders",
      body: "required",
      handle: (call) =>
        of(call, ({ id: customer, orders }) => {
          if (!isOrder(call.body)) return problem(400, "That is no order.");
          last += 1;
          const order = { ...only(call.body, orderFields), id: last, placed_at: "2029-11-30T12:00:00.000Z" };
          orders.set(last, order);
          return { status: 201, headers: { Location: `/v1/customers/${customer}/orders/${last}` }, body: order };
        }),
    },
    {
      method: "GET",
      path: "/v1/customers/{customer}/orders/{order}",
      handle: (call) => orderOf(call, (body) => ({ status: 200, body })),
    },
    {
      method: "PATCH",
      path: "/v1/customers/{customer}/orders/{order}",
      body: "required",
      handle: (call) =>
        orderOf(call, (order, { orders }) => {
          if (!isChange(call.body)) return problem(400, "That is no change.");
          const changed = { ...order, ...only(call.body, orderFields) };
          if (!has("a change is lost inside")) orders.set(order.id, changed);
          return { status: 200, body: has("a change is lost inside") ? order : changed };
        }),
    },
    {
      method: "DELETE",
      path: "/v1/customers/{customer}/orders/{order}",
      handle: (call) =>
        orderOf(call, ({ id }, { orders }) => {
          if (!has("what is deleted inside stays")) orders.delete(id);
          return { status: 204 };
        }),
    },
  ];
  return {
    routes,
    isLetIn: ({ headers }) => headers.authorization === "Bearer shop-keepers-own-token",
    refuse: problem,
  };
}

function shown({ orders: _, ...customer }: Customer): Thing {
  return customer;
}

function only(body: unknown, fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(isRecord(body) ? body : {}).filter(([name]) => Object.hasOwn(fields, name)));
}

function page(items: readonly Thing[], query: URLSearchParams, has: (fault: string) => boolean): Reply {
  const limit = has("limit is ignored") ? 50 : Number(query.get("limit") ?? 20);
  const start = Number(query.get("cursor")?.slice(1) ?? 0);
  const end = start + limit;
  return { status: 200, body: { data: items.slice(start, end), next_cursor: end < items.length ? `c${end}` : null } };
}

function problem(status: number, title: string): Reply {
  return { status, contentType: "application/problem+json", body: { title, status } };
}
