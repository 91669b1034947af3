import type { Json, JsonObject } from "@facsimile/document";
import fc from "fast-check";
import { type Two, two } from "../operations/two.js";

type Server = JsonObject;

const variable = (values: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc
    .record({ listed: fc.subarray([...values], { minLength: 1 }), isListed: fc.boolean() })
    .map(({ listed, isListed }): JsonObject => ({ default: listed[0] ?? "", ...(isListed && { enum: listed }) }));

const written = fc.constantFrom<Server>(
  ...[
    "https://a.example",
    "https://A.example:443/",
    "https://a.example/v1",
    "https://b.example",
    "http://a.example:80",
  ].map((url) => ({ url })),
);
const withVariable = fc.oneof(
  variable(["a", "b"]).map((where): Server => ({ url: "https://{where}.example", variables: { where } })),
  variable(["a", "b"]).map((place): Server => ({ url: "https://{place}.example/", variables: { place } })),
  variable(["v1", "v2"]).map((version): Server => ({ url: "https://a.example/{version}", variables: { version } })),
);
const server = fc.oneof({ weight: 3, arbitrary: written }, { weight: 2, arbitrary: withVariable });
const servers = fc.array(server, { minLength: 1, maxLength: 2 });

/** Where the servers of the operation are said, and what its path is. */
interface Edition {
  readonly servers: readonly Server[];
  readonly holder: "document" | "path item" | "operation";
  readonly path: string;
}

const edition: fc.Arbitrary<Edition> = fc.record({
  servers,
  holder: fc.constantFrom("document", "path item", "operation"),
  path: fc.constantFrom("/things", "/things", "/v1/things"),
});

function edited(given: Edition): fc.Arbitrary<Edition> {
  return fc.oneof(
    server.map((more) => ({ ...given, servers: [...given.servers, more] })),
    servers.map((others) => ({ ...given, servers: others })),
    fc.constant({ ...given, servers: [...given.servers].reverse() }),
    fc.constant({ ...given, servers: given.servers.slice(0, 1) }),
    fc.constantFrom<Edition["holder"]>("document", "path item", "operation").map((holder) => ({ ...given, holder })),
    edition.map(({ path }) => ({ ...given, path })),
  );
}

/** An API of one operation whose address is written in one way or another. */
export const addressPairs: fc.Arbitrary<Two<JsonObject>> = two(edition, edited).map(({ old, new: next }) => ({
  old: documentJson(old),
  new: documentJson(next),
}));

function documentJson({ servers: list, holder, path }: Edition): JsonObject {
  const at = (place: Edition["holder"]): JsonObject => (place === holder ? { servers: list as Json } : {});
  const get = { operationId: "listThings", responses: { "204": { description: "Done." } }, ...at("operation") };
  return {
    openapi: "3.1.1",
    info: { title: "Things", version: "1.0.0" },
    ...at("document"),
    paths: { [path]: { ...at("path item"), get } },
  };
}
