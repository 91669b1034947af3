import type { JsonObject } from "@facsimile/document";
import type { ObjectRows } from "../cells.js";
import {
  all,
  type Claim,
  flag,
  none,
  note,
  nothing,
  type Plain,
  type Row,
  type Rows,
  reference,
  words,
} from "../claims.js";
import { serversOfReceivers, unordered } from "./reasons.js";

const flow: JsonObject = {
  authorizationUrl: "https://example.com/one",
  tokenUrl: "https://example.com/one",
  scopes: { read: "to read" },
};

function scheme(base: JsonObject, rows: Rows): ObjectRows {
  return {
    base,
    section: "securitySchemes",
    rows: { $ref: reference, description: words("one", "two"), deprecated: deprecated, "x-note": note, ...rows },
  };
}

/** Servers decide for callers; those of links are words as a whole. */
function served(claim: Plain, inLinks: Plain = "documentation-changed"): Claim {
  return { at: { ...none(["webhook", "callback"], serversOfReceivers), link: inLinks }, else: claim };
}

function servedWords(...samples: readonly string[]): Row {
  const claim = (edit: string): Claim => ({ at: { link: "documentation-changed" }, else: `documentation-${edit}` });
  return { samples, claims: { added: claim("added"), removed: claim("removed"), changed: claim("changed") } };
}

const [valueAdded, valueRemoved] = ["server-variable-value-added", "server-variable-value-removed"];
const named = nothing(
  "a variable that an address uses and no document describes takes any text, as it does with a default alone",
);

const flows: Row = {
  samples: [flow],
  claims: { added: "authorization-url-changed=safe", removed: "security-scheme-changed" },
};

/** Where security is required; where the API sends, a receiver that is ready for less has nothing against more. */
function required(claims: Readonly<Record<string, Plain>>): Row["claims"] {
  const placed = Object.entries(claims).map(([edit, claim]) => {
    const shown = `security-scheme-changed=${edit.endsWith("added") ? "safe" : "breaking"}`;
    return [edit, { at: { webhook: shown, callback: shown }, else: claim }];
  });
  return { ...Object.fromEntries(placed), moved: unordered };
}

/** What a document would rather not have used any more. */
const deprecated: Row = flag({}, "operation-deprecated", "operation-restored");

/** Security and servers. */
export const accessTables: Readonly<
  Record<
    | "server"
    | "server variable"
    | `${"apiKey" | "http" | "oauth2" | "openIdConnect"} scheme`
    | "flows"
    | "flow"
    | "security requirement",
    ObjectRows
  >
> = {
  server: {
    base: { url: "https://example.com" },
    rows: {
      url: {
        samples: ["https://one.example", "https://two.example"],
        claims: { changed: served("server-removed server-added") },
      },
      description: servedWords("one", "two"),
      name: servedWords("one", "two"),
      variables: {
        beside: { url: "https://{one}.{two}.{three}.example" },
        samples: { one: { default: "a" }, two: { default: "b" }, three: { default: "c" } },
        claims: { ...all(served(named)), moved: unordered },
      },
      "x-note": servedWords("one", "two"),
    },
  },
  "server variable": {
    base: { default: "one" },
    rows: {
      enum: {
        samples: ["one", "two", "three"],
        claims: {
          added: served(valueRemoved),
          removed: served(valueAdded),
          "item added": served(valueAdded),
          "item removed": served(valueRemoved),
          "item changed": served(`${valueAdded} ${valueRemoved}`),
          moved: served(unordered),
        },
      },
      default: { samples: ["one", "two"], claims: { changed: served("server-variable-default-changed") } },
      description: servedWords("one", "two"),
      "x-note": servedWords("one", "two"),
    },
  },
  "apiKey scheme": scheme(
    { type: "apiKey", in: "header", name: "X-Key" },
    {
      type: {
        beside: { scheme: "basic" },
        samples: ["apiKey", "http"],
        claims: { changed: "security-scheme-changed" },
      },
      name: { samples: ["X-Key", "X-Other"], claims: { changed: "security-scheme-changed" } },
      in: { samples: ["header", "query"], claims: { changed: "security-scheme-changed" } },
    },
  ),
  "http scheme": scheme(
    { type: "http", scheme: "basic" },
    {
      type: { samples: ["http", "mutualTLS"], claims: { changed: "security-scheme-changed" } },
      scheme: { samples: ["basic", "bearer"], claims: { changed: "security-scheme-changed" } },
      bearerFormat: { ...words("JWT", "opaque"), beside: { scheme: "bearer" } },
    },
  ),
  "oauth2 scheme": scheme(
    { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://example.com", scopes: {} } } },
    {
      type: {
        beside: { openIdConnectUrl: "https://example.com" },
        samples: ["oauth2", "openIdConnect"],
        claims: { changed: "security-scheme-changed" },
      },
      flows: { samples: [], claims: {} },
      oauth2MetadataUrl: words("https://example.com/one", "https://example.com/two"),
    },
  ),
  "openIdConnect scheme": scheme(
    { type: "openIdConnect", openIdConnectUrl: "https://example.com/one" },
    {
      type: {
        beside: { scheme: "basic" },
        samples: ["openIdConnect", "http"],
        claims: { changed: "security-scheme-changed" },
      },
      openIdConnectUrl: {
        samples: ["https://example.com/one", "https://example.com/two"],
        claims: { changed: "authorization-url-changed" },
      },
    },
  ),
  flows: {
    base: {},
    rows: {
      implicit: flows,
      password: flows,
      clientCredentials: flows,
      authorizationCode: flows,
      deviceAuthorization: flows,
      "x-note": note,
    },
  },
  flow: {
    base: flow,
    rows: {
      authorizationUrl: {
        samples: ["https://example.com/one", "https://example.com/two"],
        claims: { changed: "authorization-url-changed" },
      },
      tokenUrl: {
        samples: ["https://example.com/one", "https://example.com/two"],
        claims: { changed: "authorization-url-changed" },
      },
      refreshUrl: words("https://example.com/one", "https://example.com/two"),
      deviceAuthorizationUrl: {
        samples: ["https://example.com/one", "https://example.com/two"],
        claims: all("authorization-url-changed"),
      },
      scopes: {
        samples: { read: "to read", write: "to write", admin: "all" },
        claims: {
          "item added": "documentation-added",
          "item removed": "documentation-removed",
          "item changed": "documentation-added documentation-removed",
          moved: unordered,
        },
      },
      "x-note": note,
    },
  },
  "security requirement": {
    base: {},
    rows: {
      "{name}": {
        samples: { key: [], basic: [], bearer: [] },
        claims: required({
          added: "credential-required",
          removed: "credential-not-required",
          "item added": "security-scheme-joined",
          "item removed": "security-scheme-parted",
          "item changed": "security-alternative-added security-alternative-removed",
        }),
      },
      "{scopes}": {
        samples: ["read", "write", "admin"],
        claims: required({
          added: "credential-required",
          removed: "credential-not-required",
          "item added": "scope-added",
          "item removed": "scope-removed",
          "item changed": "scope-added scope-removed",
        }),
      },
    },
  },
};
