import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithProcess } from "../../../sources/command.js";
import { type Thrown, type Told, toldVariable } from "./prelude.js";

/** Why a sample did not end well. */
export interface BadEnd {
  readonly message: string;
  /** Where the sample was; undefined where nothing says that. From 1. */
  readonly at: { readonly line: number; readonly column: number } | undefined;
  /** Whether it has not ended in time. */
  readonly isLate: boolean;
}

export interface SampleProcess {
  readonly index: number;
  readonly url: string;
  readonly given: Readonly<Record<string, string>>;
  /** Variables of its environment; it has no others. */
  readonly variables: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeLimit: number;
}

/** It writes nothing but why it has failed, and starts nothing (Node's permission model). */
function permissionsFor(failure: string): readonly string[] {
  const has = (flag: string): boolean => process.allowedNodeEnvironmentFlags.has(flag);
  return [
    has("--permission") ? "--permission" : "--experimental-permission",
    "--allow-fs-read=*",
    `--allow-fs-write=${failure}`,
    // Where it may go, the prelude says.
    ...(has("--allow-net") ? ["--allow-net"] : []),
  ];
}

/** Runs a sample in a process of its own. Undefined where it ends well. */
export async function runSample(folder: string, one: SampleProcess): Promise<BadEnd | undefined> {
  const failure = join(folder, "failure.json");
  await rm(failure, { force: true });
  const code = await startSample(folder, one, { url: one.url, given: one.given, failure });
  if (code === 0) return undefined;
  if (code === "late")
    return { message: `it has not ended within ${one.timeLimit / 1000} s`, at: undefined, isLate: true };
  const thrown = await readThrown(failure);
  if (thrown !== undefined)
    return {
      message: withoutPlaces(thrown.message, folder, one.url),
      at: placeIn(thrown.stack, one.index),
      isLate: false,
    };
  const words = code === 13 ? "it waits for what never comes" : `it ends with exit code ${code ?? "of a signal"}`;
  return { message: words, at: undefined, isLate: false };
}

function startSample(folder: string, one: SampleProcess, told: Told): Promise<number | null | "late"> {
  const prelude = pathToFileURL(join(folder, "prelude.mjs")).href;
  const script = join(folder, "samples", `${one.index + 1}.js`);
  // Windows starts nothing without it.
  const { SystemRoot } = process.env;
  const env = {
    ...one.variables,
    ...(SystemRoot !== undefined && { SystemRoot }),
    [toldVariable]: JSON.stringify(told),
  };
  return new Promise((resolve, reject) => {
    const args = [
      ...permissionsFor(told.failure),
      "--no-warnings",
      "--enable-source-maps",
      "--import",
      prelude,
      script,
    ];
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: "ignore" });
    endWithProcess(child);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, one.timeLimit);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve(isLate ? "late" : code);
    });
  });
}

/** Undefined where the sample has ended itself. */
async function readThrown(path: string): Promise<Thrown | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  // The prelude has written it.
  return text === undefined ? undefined : (JSON.parse(text) as Thrown);
}

/** What is another one in the next run says nothing. */
function withoutPlaces(message: string, folder: string, url: string): string {
  return message.replaceAll(folder, ".").replaceAll(new URL(url).host, "the server");
}

function placeIn(stack: string, index: number): BadEnd["at"] {
  const [, line, column] = new RegExp(`[/\\\\]samples[/\\\\]${index + 1}\\.ts:(\\d+):(\\d+)`).exec(stack) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}
