import type { Command } from "@facsimile/codegen";

/** A command that was called in a way that it does not understand. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A failure of which the message is all that a person needs: a file that is not there, or not what it should be. */
export class ExpectedError extends Error {
  override readonly name = "ExpectedError";
}

/** Lets a command print what is wrong with its arguments or its files in place of a stack. */
export function guarded(usage: string, run: Command["run"]): Command["run"] {
  return async (args, io) => {
    try {
      return await run(args, io);
    } catch (error) {
      if (error instanceof UsageError || isParseArgsError(error)) {
        io.stderr.write(`${error.message}\n\n${usage}`);
        return 2;
      }
      if (error instanceof ExpectedError) {
        io.stderr.write(`${error.message}\n`);
        return 1;
      }
      throw error;
    }
  };
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
