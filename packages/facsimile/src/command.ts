/** A subcommand of `facsimile`. */
export interface Command {
  /** The whole text of `facsimile <command> --help`. */
  readonly usage: string;
  /** Whether it goes on until it is stopped, so that it does not matter how long it took. */
  readonly isEndless?: boolean;
  /**
   * Resolves to the exit code.
   *
   * @throws UsageError for wrong usage. Its message, and that of any other error, is printed for a person to read.
   */
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** 0: done. 1: findings. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the process that runs it. */
export interface CommandIo {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Whether nothing but findings, and what was asked for, is to be printed. See {@link noticesOf}. */
  readonly isQuiet?: boolean;
  /** What is piped into the command. Undefined where a person would have to type it. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Relative paths are resolved against this folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks the person at a terminal, and resolves to the answer. Undefined where nobody is there. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** Aborted when the person wants the command to stop. To be read where that is looked at and not before: until then it stops by itself. */
  readonly signal: AbortSignal;
}

export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}
