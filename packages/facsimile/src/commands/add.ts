import { planAddition } from "../add/addition.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { openConfig } from "../config/targets.js";
import { planRows } from "../init/plan.js";
import { writeFiles } from "../init/write-files.js";
import { parseArguments } from "../options.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";
import { generateCommand } from "./generate.js";

const usage = `Usage: facsimile add <document> [options]

Adds an OpenAPI document to facsimile.config.yaml, and generates its package. The document is a file, or a URL of https that is copied; where it is
published stands in its entry then, and facsimile fetch refreshes the copy. Of a configuration that is there all else stays as it is written; where there
is none it is written. A document that it names already keeps its entry.

  --to <file>      the copy that the package is made of, one file: a document in several has to be bundled first. A URL needs one
  --out <folder>   the package's folder. Default: the provider's name in the folder of the workspaces, where package.json has some,
                   else the provider's name, and client for the first document
  --name <name>    its npm name. Default: the provider's name and -client, in the scope of package.json
  --raw            gives the package the subpath ./raw too, as with generate
  --schemas        gives it what values are held against at run time, in ./schemas
  --document       lets it carry its document, as ./openapi.json
  --help           this text

Exit codes: 0 done, 1 something cannot be read, written or generated, 2 wrong usage.

  facsimile add specs/users.yaml
  facsimile add https://api.example.com/openapi.json --to vendor/example.json --out packages/example
`;

/** `facsimile add`. */
export const addCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    to: "text",
    out: "text",
    name: "text",
    raw: "flag",
    schemas: "flag",
    document: "flag",
  });
  const [text, ...others] = given.positionals;
  if (text === undefined || others.length > 0) throw new UsageError("name one document, a file or a URL of https");
  const { document, plan } = await planAddition(text, given, await openConfig(undefined, io), io);
  await writeFiles(plan.files);
  noticesOf(io).write(
    planRows(plan, io.cwd, "written")
      .map((row) => `${row}\n`)
      .join(""),
  );
  return generateCommand.run([document], io);
}
