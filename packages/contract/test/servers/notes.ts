import { isRecord, listOf, moment, number, shape, text, wholeNumber } from "./checks.js";
import type { Call, Reply, StateServer } from "./state-server.js";

const fields = {
  author: text(0, 100),
  text: text(0, 1000),
  weight: number(0, 1000),
  due: moment,
  tags: (value: unknown): boolean => listOf(text(0, 1e6))(value) && (value as readonly unknown[]).length <= 9,
};
const isDraft = shape(fields, ["author", "text"]);

type Note = Readonly<Record<string, unknown>> & { readonly slug: string };

/** Spells what it is sent otherwise, says where a thing is in `Location` alone, and deletes what is not there without a word. */
export function notesServer(): StateServer {
  const notes = new Map<string, Note>();
  const keep = (slug: string, draft: unknown, version: number): void => {
    const own = Object.entries(isRecord(draft) ? draft : {}).filter(([name]) => Object.hasOwn(fields, name));
    const spelt = own.map(([name, value]) => [name, respelt(value)]);
    notes.set(slug, { ...Object.fromEntries(spelt), slug, version });
  };
  for (const slug of ["n-1", "n-2"]) keep(slug, { author: `${slug}@example.com`, text: "old" }, 1);
  let last = 2;
  const found = ({ params }: Call, then: (note: Note) => Reply): Reply => {
    const note = notes.get(params.slug ?? "");
    return note === undefined ? { status: 404 } : then(note);
  };
  return {
    isLetIn: () => true,
    refuse: (status) => ({ status }),
    routes: [
      {
        method: "GET",
        path: "/notes",
        handle: ({ query }) => {
          const [skip, take] = [query.get("skip") ?? "0", query.get("take") ?? "2"];
          const author = query.get("author")?.toLowerCase() ?? "";
          if (!wholeNumber(0, 1e6)(skip) || !wholeNumber(1, 3)(take) || author.length > 100) return { status: 400 };
          const some = [...notes.values()].reverse().filter((note) => String(note.author).includes(author));
          return { status: 200, body: { result: { notes: some.slice(Number(skip), Number(skip) + Number(take)) } } };
        },
      },
      {
        method: "POST",
        path: "/notes",
        body: "required",
        handle: ({ body }) => {
          if (!isDraft(body)) return { status: 400 };
          last += 1;
          keep(`n-${last}`, body, 1);
          return { status: 201, headers: { Location: `https://notes.example.com/api/notes/n-${last}` } };
        },
      },
      {
        method: "GET",
        path: "/notes/{slug}",
        handle: (call) => found(call, (note) => ({ status: 200, body: { note } })),
      },
      {
        method: "PUT",
        path: "/notes/{slug}",
        body: "required",
        handle: (call) =>
          found(call, ({ slug, version }) => {
            if (!isDraft(call.body)) return { status: 400 };
            keep(slug, call.body, Number(version) + 1);
            return { status: 204 };
          }),
      },
      {
        method: "DELETE",
        path: "/notes/{slug}",
        handle: ({ params }) => {
          notes.delete(params.slug ?? "");
          return { status: 204 };
        },
      },
      { method: "POST", path: "/notes/{slug}/archive", handle: (call) => found(call, () => ({ status: 202 })) },
    ],
  };
}

function respelt(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  if (typeof value !== "string") return value;
  return moment(value) ? new Date(value).toISOString() : value.trim().toLowerCase();
}
