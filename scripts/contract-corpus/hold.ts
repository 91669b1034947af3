import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../repository.js";

type Whose = "document" | "package" | "server" | "prism" | "tool";

export interface Finding {
  readonly whose: Whose;
  /** `corpus/museum.yaml:12`; empty where it has no place. */
  readonly at: string;
  /** A sentence. */
  readonly message: string;
  /** How many cases showed it. */
  readonly cases: number;
}

/** What came of holding one package against its document. */
export interface Held {
  readonly kind: "held";
  readonly operations: number;
  readonly cases: number;
  readonly failed: number;
  /** `document 6 · package 0 · …`. */
  readonly summary: string;
  readonly counts: Readonly<Record<Whose, number>>;
  readonly findings: readonly Finding[];
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most memory that it took (resident set size). */
  readonly megabytes: number;
}

/** It did not come to its end. */
interface Lost {
  readonly kind: "lost";
  readonly reason: string;
}

export type Ended = Held | Lost;

export interface Holding {
  readonly file: string;
  readonly folder: string;
  readonly quick: boolean;
}

/** Where a process did not end by itself after five minutes, or half a minute, of processor, in milliseconds: machines are busy with other things too. */
const limitMs = { whole: 1_200_000, quick: 150_000 };

/** What is allowed less what is no heap. */
const heapMegabytes = 1200;

/** Runs `hold-one.ts` in a process of its own, whose last line is its report, and ends it where it takes too long. */
export function holdOne({ file, folder, quick }: Holding): Promise<Ended> {
  const script = path.join(import.meta.dirname, "hold-one.mjs");
  const args = [`--max-old-space-size=${heapMegabytes}`, script, path.resolve(file), folder, quick ? "quick" : "whole"];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  let stage = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stage = text.trim().split("\n").at(-1) ?? stage;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K  ${path.basename(file)}: ${stage}`);
  });
  const limit = quick ? limitMs.quick : limitMs.whole;
  const timer = setTimeout(() => child.kill("SIGKILL"), limit);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
      // Printed by hold-one.mjs.
      if (code === 0) resolve(JSON.parse(output.join("").trim().split("\n").at(-1) ?? "") as Held);
      else
        resolve({
          kind: "lost",
          reason:
            signal === "SIGKILL" ? `not at its end after ${limit / 1000} s: ${stage}` : `it ended by itself: ${stage}`,
        });
    });
  });
}
