import type * as index from "./src/index.js";
import { type OrderPaidEvent, receiveWebhook, type WebhookHandlers, webhookListener } from "./src/webhooks.js";

const handlers: WebhookHandlers = {
  orderPaid: ({ type, order, amount }, { id, rawBody, headers, query }) => {
    const source: "shop" | "market" = headers.get("X-Tea-Source");
    // @ts-expect-error: it may be missing
    headers.get("X-Tea-Attempt").length;
    const other: string | null = headers.get("x-other");
    use(source, other, headers.has("x-other"));
    const shop: "north" | "south" = query.get("shop");
    // @ts-expect-error: it may be missing
    query.get("since").length;
    const unknown: string | null = query.get("other");
    use(shop, unknown, query.has("since"));
    const paid: "order.paid" = type;
    const sum: number | undefined = amount;
    // @ts-expect-error: what is only written is not sent
    order.secret;
    return use(paid, sum, order.id, id, rawBody.byteLength);
  },
  orderCancelled: async ({ order, at }) => {
    use(order.tea, at);
    return { status: 200, body: { restock: true, note: "It is still warm." } };
  },
  stock: (form, { query, headers }) => {
    const warehouse: string = query.get("warehouse");
    const any: string | null = headers.get("x-any");
    return use(form.get("tea"), warehouse, any);
  },
  stockDelete: (event) => {
    const nothing: undefined = event;
    use(nothing);
    return new Response("Noted.");
  },
  exportFinished: ({ state, rows }) => use(state, rows),
  exportFailed: ({ reason }) => (reason === "" ? { status: 204 } : undefined),
};

type Listener = ReturnType<typeof webhookListener>;

export const answered: Promise<Response> = receiveWebhook(new Request("https://me.example"), {
  secret: "whsec_",
  handlers,
});
export const listener: Listener = webhookListener({
  secret: ["whsec_", "whsec_"],
  handlers,
  onProblem: ({ kind }) => use(kind),
});
export const verified: Listener = webhookListener({
  verify: async ({ headers }, body) => headers.has(`${body.length}`),
  handlers,
});
export const named: Listener = webhookListener({ unsigned: true, handlers: { stock: () => {} }, webhook: "stock" });

export const wrong: readonly WebhookHandlers[] = [
  // @ts-expect-error: there is no such webhook
  { orderPayed: () => {} },
  // @ts-expect-error: this success has a body
  { orderCancelled: () => {} },
  // @ts-expect-error: the document does not state this status
  { orderPaid: () => ({ status: 404 }) },
  // @ts-expect-error: the body lacks what it has to have
  { orderCancelled: () => ({ status: 200, body: {} }) },
];

// @ts-expect-error: something has to say how requests are known to be the API's
webhookListener({ handlers });
// @ts-expect-error: a secret may not be missing
webhookListener({ secret: undefined, handlers });
// @ts-expect-error: one way is enough
webhookListener({ secret: "whsec_", unsigned: true, handlers });

/** One document may have all of it: what is called, what streams, and what arrives. */
export async function watched(result: index.WatchOrdersResult): Promise<readonly string[]> {
  const told: string[] = [];
  if (result.ok) for await (const one of result.data) told.push(one.event === "order" ? one.data.tea : one.data);
  return told;
}

export type Paid = OrderPaidEvent["order"];
// @ts-expect-error: who only calls the API loads nothing of it
export type Missing = index.Verdict;

function use(..._values: readonly unknown[]): void {}
