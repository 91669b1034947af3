import { fileURLToPath } from "node:url";
import { faultsOf } from "./faults.js";
import { galleryServer } from "./gallery.js";
import { notesServer } from "./notes.js";
import { ordersServer } from "./orders.js";
import { sendAuthServer } from "./sendauth.js";
import { type Fault, type OpenServer, openStateServer, type StateServer } from "./state-server.js";

/** A server that follows its document, and the faults that can be put into it. */
export interface FaultyServer {
  readonly name: string;
  /** The path of the document. */
  readonly document: string;
  /** What comes before the paths of the document. */
  readonly base: string;
  readonly env: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, Fault>>;
  open(fault?: Fault): Promise<OpenServer>;
}

const inside = [
  "limit is ignored",
  "what is created is lost",
  "a change is lost",
  "one property of a change is lost",
  "what is deleted stays",
  "a second deletion succeeds",
  "an unknown id is a fault",
  "only the example's id is known",
  "a list lacks what was created",
  "text beyond ASCII is a fault",
  "bodies are not checked",
  "queries are not checked",
];

export const gallery: FaultyServer = {
  name: "Gallery",
  document: fileURLToPath(new URL("gallery.yaml", import.meta.url)),
  base: "",
  env: { FACSIMILE_VISITOR: "mira:open sesame" },
  faults: faultsOf({
    create: /^POST \/exhibitions$/,
    things: /^\w+ \/exhibitions(?:\/|$)/,
    id: "exhibitionId",
    required: "title",
    moment: "plannedAt",
    enumerated: "kind",
    header: "X-Total",
    inside: [...inside, "a filter is ignored", "a change forgets the rest"],
  }),
  open: (fault) => opened(galleryServer, fault),
};

export const orders: FaultyServer = {
  name: "Orders",
  document: fileURLToPath(new URL("orders.yaml", import.meta.url)),
  base: "/v1",
  env: { FACSIMILE_TOKEN: "shop-keepers-own-token" },
  faults: faultsOf({
    create: /^POST \/v1\/customers$/,
    things: /^\w+ \/v1\/customers(?:\/|$)/,
    id: "id",
    required: "name",
    moment: "created_at",
    enumerated: "tier",
    header: "Location",
    inside: [
      ...inside,
      "a filter is ignored",
      "a change is lost inside",
      "what is deleted inside stays",
      "Location leads nowhere",
    ],
  }),
  open: (fault) => opened(ordersServer, fault),
};

export const sendAuth: FaultyServer = {
  name: "SendAuth",
  document: fileURLToPath(new URL("../../../../specs/sendauth/openapi.yaml", import.meta.url)),
  base: "",
  env: { FACSIMILE_BASIC: "root:letmein-please" },
  faults: faultsOf({
    create: /^POST \/api\/v1\/users$/,
    things: /^\w+ \/api\/v1\/users(?:\/|$)/,
    id: "id",
    required: "firstName",
    moment: "createdAt",
    enumerated: "role",
    inside,
  }),
  open: (fault) => opened(sendAuthServer, fault),
};

/** Has no fault: what it does otherwise than the others is its right. */
export const notes: FaultyServer = {
  name: "Notes",
  document: fileURLToPath(new URL("notes.yaml", import.meta.url)),
  base: "",
  env: {},
  faults: {},
  open: (fault) => opened(notesServer, fault),
};

export const servers: readonly FaultyServer[] = [gallery, orders, sendAuth];

function opened(make: (inside?: string) => StateServer, fault: Fault = {}): Promise<OpenServer> {
  return openStateServer(make(fault.inside), fault);
}
