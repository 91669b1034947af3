import type { CommandIo } from "facsimile";

/** How a subcommand of `facsimile` ended, and what it printed. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a subcommand of `facsimile` in this process, in a folder. @param onOutput - is told everything that was printed so far, as it comes */
export async function facsimile(
  args: readonly string[],
  cwd: string,
  {
    signal = never,
    onOutput = () => {},
  }: { readonly signal?: AbortSignal; readonly onOutput?: (all: string) => void } = {},
): Promise<Ran> {
  // Imported only here, because it exists only once it is built.
  const { run } = await import("facsimile");
  let [out, err] = ["", ""];
  const io: CommandIo = {
    stdout: {
      write: (text) => {
        out += text;
        onOutput(out);
      },
    },
    stderr: { write: (text) => (err += text) },
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
    signal,
  };
  const code = await run(args, io);
  return { code, out, err };
}

const never = new AbortController().signal;

/** Rejects with what a subcommand printed where it did not do what it was to do. */
export function must(ran: Ran, isDone = ran.code === 0): Ran {
  if (isDone) return ran;
  throw new Error((ran.err.trim() || ran.out.trim()).split("\n").slice(0, mostLines).join("\n"));
}

/** Pages of a form that nobody knows have the same problem hundreds of times. */
const mostLines = 40;
