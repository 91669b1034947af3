import type { TemporaryFolder } from "../../../sources/temporary-folder.js";
import type { PackageSources } from "../../program/package-sources.js";
import type { Side } from "../../program/sides.js";
import type { SampleProgram } from "../sample-program.js";
import { writeEdition } from "./edition-folder.js";
import { isRunnable } from "./installed-edition.js";
import { type BadEnd, runSample } from "./run-sample.js";
import { givenNames } from "./unrunnable.js";
import { credentialVariables } from "./variables.js";

/** A server that answers as the document of an edition says. */
export interface SampleServer {
  /** What a client takes as its base URL. */
  readonly url: string;
  /** What it has against the requests so far, a line for each, oldest first. */
  refusals(): readonly string[];
  close(): Promise<void>;
}

/** An edition of a package, and what starts its server. */
export interface RunnableEdition {
  /** With its modules below `src`, or installed as it was published. */
  readonly sources: PackageSources;
  /** Starts a server of its document. */
  serve(): Promise<SampleServer>;
}

/** What samples run in, or why none can. */
type Started = { readonly folder: string; readonly server: SampleServer } | { readonly reason: string };

/** An edition that samples run with. Nothing is written or started before the first one. */
export class RunningEdition {
  readonly #program: SampleProgram;
  readonly #side: Side;
  readonly #edition: RunnableEdition;
  readonly #timeLimit: number;
  #started: Promise<Started> | undefined;
  #folder: TemporaryFolder | undefined;
  #server: SampleServer | undefined;

  /** @param timeLimit - milliseconds that one sample may take */
  constructor(program: SampleProgram, side: Side, edition: RunnableEdition, timeLimit: number) {
    this.#program = program;
    this.#side = side;
    this.#edition = edition;
    this.#timeLimit = timeLimit;
  }

  /**
   * Undefined where the sample ends well and the server takes what it sends. A text says why nothing runs with this edition.
   *
   * @param patience - how many times the time limit it may take
   */
  async run(index: number, patience = 1): Promise<BadEnd | string | undefined> {
    this.#started ??= this.#start();
    const started = await this.#started;
    if ("reason" in started) return started.reason;
    const { folder, server } = started;
    const before = server.refusals().length;
    const names = givenNames(this.#program.complete[index]?.left ?? []);
    const given = names.map((name) => [name, /baseUrl$/i.test(name) ? server.url : "given"]);
    const end = await runSample(folder, {
      index,
      url: server.url,
      given: Object.fromEntries(given),
      variables: credentialVariables(this.#edition.sources),
      timeLimit: this.#timeLimit * patience,
    });
    const refusal = server.refusals()[before];
    return refusal === undefined
      ? end
      : { message: `it sends what is refused: ${refusal}`, at: end?.at, isLate: false };
  }

  async #start(): Promise<Started> {
    if (!isRunnable(this.#edition.sources))
      return { reason: `there is nothing of the ${this.#side} edition that runs` };
    try {
      this.#server = await this.#edition.serve();
      this.#folder = await this.#write();
      return { folder: this.#folder.folder, server: this.#server };
    } catch (error) {
      const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
      return { reason: `the ${this.#side} edition does not start: ${why}` };
    }
  }

  #write(): Promise<TemporaryFolder> {
    const { compiler, complete } = this.#program;
    const scripts = complete.map((_, index) => this.#program.emit(this.#side, index));
    return writeEdition(compiler, this.#edition.sources, scripts);
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await this.#folder?.close();
  }
}
