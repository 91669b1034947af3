import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import type { Readable, Writable } from "node:stream";

export interface Steady {
  /** It does not put the path of the document's server before its paths. */
  readonly url: string;
  close(): Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** How long it may take to load a document: on an idle machine it takes less than a second. */
const startMs = 60_000;

/** How often another port is tried, when somebody else took the free one before Steady did. */
const attempts = 3;

const keeper = path.join(import.meta.dirname, "keeper.mjs");

/** Starts it on 127.0.0.1, strict. Rejects with what it printed where it does not start. It ends with this process, however that ends. */
export async function startSteady(binary: string, spec: string): Promise<Steady> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const strict = ["--host", "127.0.0.1", "--port", String(port), "--reject-on-sdk-error", "--quiet", "--no-color"];
    const child = spawn(process.execPath, [keeper, binary, ...strict, spec], { stdio: ["pipe", "pipe", "pipe"] });
    const failure = await readiness(child);
    if (failure === undefined) return { url: `http://127.0.0.1:${port}`, close: () => end(child) };
    await end(child);
    if (attempt === attempts || !failure.includes("in use")) throw new Error(`Steady did not start:\n${failure}`);
  }
}

/** Resolves to undefined when it listens, and else to what it printed. */
function readiness(child: Child): Promise<string | undefined> {
  let output = "";
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`${output}\nIt did not listen within ${startMs} ms.`), startMs);
    const settle = (result: string | undefined): void => {
      clearTimeout(timer);
      resolve(result);
    };
    const listen = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
      if (output.includes("Ready to accept requests")) settle(undefined);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("close", () => settle(output.trim()));
  });
}

/** Closing its standard input tells the keeper to end it. */
async function end(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.stdin.end();
  await closed;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port on 127.0.0.1.");
  return address.port;
}
