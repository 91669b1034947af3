import { randomUUID } from "node:crypto";
import { day, email, fitsQuery, isRecord, listOf, number, oneOf, shape, text, uuid, wholeNumber } from "./checks.js";
import type { Call, Reply, Route, StateServer } from "./state-server.js";

const exampleId = "5f0c1f5e-55a8-4bd4-9a7b-0a4f5d1c0d11";

const fields = {
  title: text(1, 80),
  room: text(0, 40),
  kind: oneOf("own", "loan"),
  days: listOf(day),
  price: number(0),
  curator: email,
};
const isChange = shape(fields);
const isExhibition = shape(fields, ["title", "room", "days", "price"]);
const isTicket = shape({ kind: oneOf("event", "general"), day, exhibitionId: uuid }, ["kind", "day"]);
const listQuery = { from: day, page: wholeNumber(1, 2 ** 53), limit: wholeNumber(1, 30), room: text(0, 1e6) };

type Exhibition = Readonly<Record<string, unknown>> & { readonly exhibitionId: string };

/** Lists that are arrays, pages by number, ids that are UUIDs, basic authentication. */
export function galleryServer(inside?: string): StateServer {
  const has = (fault: string): boolean => fault === inside;
  const exhibitions = new Map<string, Exhibition>();
  const tickets = new Set<string>();
  const put = (id: string, draft: object): Exhibition => {
    const made = { ...draft, exhibitionId: id, plannedAt: "2029-11-30T12:00:00Z" };
    exhibitions.set(id, made);
    return made;
  };
  put(exampleId, { title: "Clay", room: "Cellar", kind: "own", days: ["2030-04-01"], price: 5 });
  put(randomUUID(), { title: "Wood", room: "Attic", kind: "loan", days: ["2030-04-02"], price: 6 });

  const found = ({ params }: Call, then: (exhibition: Exhibition) => Reply): Reply => {
    const { exhibitionId = "" } = params;
    if (!uuid(exhibitionId)) return problem(400, "That is no UUID.");
    const one = exhibitions.get(exhibitionId);
    const isKnown = has("only the example's id is known") ? exhibitionId === exampleId : true;
    if (one !== undefined && isKnown) return then(one);
    return has("an unknown id is a fault")
      ? problem(500, "null is no object")
      : problem(404, "There is no such exhibition.");
  };

  const routes: Route[] = [
    {
      method: "GET",
      path: "/opening-hours",
      handle: ({ query }) => {
        if (!fitsQuery(query, listQuery)) return problem(400, "The query is not acceptable.");
        const days = ["2030-01-02", "2030-01-03", "2030-01-04"].filter((one) => one >= (query.get("from") ?? ""));
        const hours = days.map((one) => ({ day: one, opens: "09:00", closes: "18:00" }));
        return { status: 200, body: has("limit is ignored") ? hours : paged(hours, query) };
      },
    },
    {
      method: "GET",
      path: "/exhibitions",
      handle: ({ query }) => {
        if (!has("queries are not checked") && !fitsQuery(query, listQuery))
          return problem(400, "The query is not acceptable.");
        if (has("text beyond ASCII is a fault") && /[^ -~]/.test(query.get("room") ?? "")) return problem(500, "?");
        const [room, from] = [query.get("room"), query.get("from") ?? ""];
        const some = [...exhibitions.values()]
          .filter((one) => has("a filter is ignored") || room === null || one.room === room)
          .filter((one) => (one.days as string[]).some((each) => each >= from) || from === "")
          .filter((one) => !has("a list lacks what was created") || one.exhibitionId === exampleId);
        const page = has("limit is ignored") ? some : paged(some, query);
        return { status: 200, headers: { "X-Total": String(some.length) }, body: page };
      },
    },
    {
      method: "POST",
      path: "/exhibitions",
      body: "required",
      handle: ({ body }) => {
        if (has("text beyond ASCII is a fault") && /[^ -~]/.test(JSON.stringify(body))) return problem(500, "?");
        if (has("an empty room is a fault") && (body as { room?: unknown } | null)?.room === "")
          return problem(500, "no room");
        if (!has("bodies are not checked") && !isExhibition(body)) return problem(400, "That is no exhibition.");
        const made = put(randomUUID(), allowed(body));
        if (has("what is created is lost")) exhibitions.delete(made.exhibitionId);
        return { status: 201, body: made };
      },
    },
    {
      method: "GET",
      path: "/exhibitions/{exhibitionId}",
      handle: (call) => found(call, (body) => ({ status: 200, body })),
    },
    {
      method: "PATCH",
      path: "/exhibitions/{exhibitionId}",
      body: "required",
      handle: (call) =>
        found(call, (one) => {
          if (!isChange(call.body)) return problem(400, "That is no change.");
          const changed = { ...one, ...allowed(call.body) };
          if (has("one property of a change is lost")) Object.assign(changed, { price: one.price });
          if (!has("a change is lost")) exhibitions.set(one.exhibitionId, changed);
          if (has("a change forgets the rest"))
            exhibitions.set(one.exhibitionId, {
              ...put(one.exhibitionId, { title: "", room: "", days: [], price: 0 }),
              ...allowed(call.body),
            });
          return { status: 200, body: changed };
        }),
    },
    {
      method: "DELETE",
      path: "/exhibitions/{exhibitionId}",
      handle: (call) => {
        if (has("a second deletion succeeds") && !exhibitions.has(call.params.exhibitionId ?? ""))
          return { status: 204 };
        return found(call, (one) => {
          if (!has("what is deleted stays")) exhibitions.delete(one.exhibitionId);
          return { status: 204 };
        });
      },
    },
    {
      method: "POST",
      path: "/tickets",
      body: "required",
      handle: ({ body }) => {
        if (!isTicket(body)) return problem(400, "That is no ticket.");
        const ticket = body as { readonly exhibitionId?: string };
        if (ticket.exhibitionId !== undefined && !exhibitions.has(ticket.exhibitionId))
          return problem(404, "There is no such exhibition.");
        const ticketId = randomUUID();
        tickets.add(ticketId);
        const { kind, day: on, exhibitionId } = body as Record<string, unknown>;
        return { status: 201, body: { kind, day: on, exhibitionId, ticketId, message: "Enjoy your visit" } };
      },
    },
    {
      method: "GET",
      path: "/tickets/{ticketId}/qr",
      handle: ({ params }) => {
        if (!uuid(params.ticketId)) return problem(400, "That is no UUID.");
        if (!tickets.has(params.ticketId ?? "")) return problem(404, "There is no such ticket.");
        return { status: 200, contentType: "image/png", body: Buffer.from("89504e470d0a1a0a", "hex") };
      },
    },
  ];
  return {
    routes,
    isLetIn: ({ headers }) => headers.authorization === `Basic ${btoa("mira:open sesame")}`,
    refuse: problem,
  };
}

/** What nobody asked for is not kept. */
function allowed(body: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(isRecord(body) ? body : {}).filter(([name]) => Object.hasOwn(fields, name)));
}

function paged<Item>(items: readonly Item[], query: URLSearchParams): readonly Item[] {
  const limit = Number(query.get("limit") ?? 10);
  const start = (Number(query.get("page") ?? 1) - 1) * limit;
  return items.slice(start, start + limit);
}

function problem(status: number, title: string): Reply {
  return { status, contentType: "application/problem+json", body: { title, status } };
}
