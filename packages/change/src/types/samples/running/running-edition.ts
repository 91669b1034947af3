import type { PackageSources } from "../../program/package-sources.js";
import type { Side } from "../../program/sides.js";
import type { SampleProgram } from "../sample-program.js";
import { type EditionFolder, writeEdition } from "./edition-folder.js";
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
  /** With its modules below `src`, and a runtime that was built; the old edition may have declarations alone, and is not run then. */
  readonly sources: PackageSources;
  serve(): Promise<SampleServer>;
}

/** An edition that samples run with. Nothing is written or started before the first one. */
export class RunningEdition {
  readonly #program: SampleProgram;
  readonly #side: Side;
  readonly #edition: RunnableEdition;
  readonly #timeLimit: number;
  #folder: EditionFolder | undefined;
  #server: SampleServer | undefined;

  /** @param timeLimit - milliseconds that one sample may take */
  constructor(program: SampleProgram, side: Side, edition: RunnableEdition, timeLimit: number) {
    this.#program = program;
    this.#side = side;
    this.#edition = edition;
    this.#timeLimit = timeLimit;
  }

  get hasModules(): boolean {
    return this.#edition.sources.files.some(({ path }) => path.startsWith("src/"));
  }

  /** Undefined where the sample ends well and the server takes what it sends. */
  async run(index: number): Promise<BadEnd | undefined> {
    this.#folder ??= await this.#write();
    this.#server ??= await this.#edition.serve();
    const [{ folder }, server] = [this.#folder, this.#server];
    const before = server.refusals().length;
    const names = givenNames(this.#program.complete[index]?.left ?? []);
    const given = names.map((name) => [name, /baseUrl$/i.test(name) ? server.url : "given"]);
    const end = await runSample(folder, {
      index,
      url: server.url,
      given: Object.fromEntries(given),
      variables: credentialVariables(this.#edition.sources),
      timeLimit: this.#timeLimit,
    });
    const refusal = server.refusals()[before];
    return refusal === undefined ? end : { message: `it sends what is refused: ${refusal}`, at: end?.at };
  }

  #write(): Promise<EditionFolder> {
    const { compiler, complete } = this.#program;
    const scripts = complete.map((_, index) => this.#program.emit(this.#side, index));
    return writeEdition(compiler, this.#edition.sources, scripts);
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await this.#folder?.close();
  }
}
