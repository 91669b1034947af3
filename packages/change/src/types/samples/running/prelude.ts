/** What the process of a sample is told, in its variable {@link toldVariable}. */
export interface Told {
  /** Where the server is, with the path of the document's first server. */
  readonly url: string;
  /** Texts that the sample leaves to the reader. */
  readonly given: Readonly<Record<string, string>>;
  /** The file in which it is noted why the sample has failed. */
  readonly failure: string;
}

/** Why a sample has failed, as its process notes it. */
export interface Thrown {
  /** `TypeError: …` */
  readonly message: string;
  readonly stack: string;
}

export const toldVariable: string = "FACSIMILE_SAMPLE";

/** Runs before a sample: whatever API the sample calls, its requests go to the server here, and nothing of it goes anywhere else. */
export const prelude: string = `
import { writeFileSync } from "node:fs";
import { Socket } from "node:net";
const { url, given, failure } = JSON.parse(process.env.${toldVariable});
delete process.env.${toldVariable};
Object.assign(globalThis, given);
process.on("uncaughtException", (error) => {
  const message = error instanceof Error ? error.name + ": " + error.message : String(error);
  writeFileSync(failure, JSON.stringify({ message, stack: String(error?.stack) }));
  process.exit(1);
});
const server = new URL(url);
const base = server.pathname.replace(/\\/$/, "");
const placeOf = (text) => {
  const asked = new URL(text);
  const isBelow = asked.pathname === base || asked.pathname.startsWith(base + "/");
  return new URL((isBelow ? "" : base) + asked.pathname + asked.search, server.origin).href;
};
const platformFetch = globalThis.fetch;
globalThis.fetch = (input, init) =>
  input instanceof Request
    ? platformFetch(new Request(placeOf(input.url), input), init)
    : platformFetch(placeOf(String(input)), init);
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const { host, port } = typeof first === "object" ? first : { host: args[1], port: first };
  if (host === server.hostname && String(port) === server.port) return connect.apply(this, args);
  throw new Error("it goes to " + (host ?? "this machine") + ":" + port + ", and not to the server that it is given");
};
`;
