import type { FactsFile, Fault, HandFolder, LineRange, PageChecker, PassagePlace } from "@facsimile/evidence";
import type { CommandIo, ExitCode } from "../command.js";
import { writeText } from "../files.js";
import type { ParsedArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const needed = [
  "addFacts",
  "describeNoPlace",
  "faultOf",
  "loadByHand",
  "missingName",
  "newByHand",
  "PageChecker",
  "parseRange",
  "parseValue",
  "passageAt",
  "printHandProblem",
  "quotePage",
  "readFactsFile",
  "showLines",
] as const;

type ByHand = Pick<typeof import("@facsimile/evidence"), (typeof needed)[number]>;

/** What was given on the command line. */
interface Given {
  readonly folder: string;
  readonly id: string | undefined;
  readonly value: string | undefined;
  readonly options: ParsedArguments;
}

/** `facsimile facts add`. */
export async function addFactsByHand(given: Given, io: CommandIo): Promise<ExitCode> {
  const byHand = await loadPeer("@facsimile/evidence", needed);
  const loaded = (await byHand.loadByHand(given.folder, io.cwd)) ?? (await byHand.newByHand(given.folder, io.cwd));
  const { file } = loaded;
  if (file === undefined || loaded.problems.length > 0) {
    for (const problem of loaded.problems) io.stderr.write(`${byHand.printHandProblem(problem)}\n`);
    return 1;
  }
  const checker = await choosePage(loaded, given, byHand, io);
  const place = await choosePlace(checker, given, byHand, io);
  const range = checker.range(place);
  const mark = range && checker.markAt(range);
  if (range === undefined || mark === undefined) throw new Error(byHand.describeNoPlace(checker, place));
  io.stdout.write(byHand.showLines(checker.page, range));
  const page = checker.page.file;
  const before = byHand.passageAt(file, { page, place });
  if (before !== undefined && before.mark !== mark)
    throw new Error(
      `${loaded.name}:${before.line}: the passage says something else than when its facts were written. Mend them and its mark first.`,
    );
  if (checker.check({ place, mark }).kind === "repeated")
    throw new Error("the same words stand at other lines too: take more lines, or name the heading above them");
  const { facts, nothing } = await chooseFacts(file, given, byHand, io);
  for (const [id, value] of facts) {
    const name = byHand.missingName(id, value, checker.textAt(range));
    if (name !== undefined)
      io.stdout.write(`Neither the passage nor a heading above it has "${name}". Are these the lines of ${id}?\n`);
  }
  const text = byHand.addFacts(loaded.text, file, { page, place, mark, facts, nothing });
  await writeText(loaded.path, text);
  noticesOf(io).write(
    `${loaded.name}: ${nothing === undefined ? facts.map(([id]) => id).join(", ") : page} is written.\n`,
  );
  return 0;
}

async function choosePage(
  { pages, others }: HandFolder,
  given: Given,
  byHand: ByHand,
  io: CommandIo,
): Promise<PageChecker> {
  const names = pages.map(({ file }) => file);
  const [only] = names.length === 1 ? names : [];
  const name = given.options.text("page") ?? only ?? (await ask(io, `Page (${names.join(", ")}): `, "--page"));
  const source = pages.find(({ file }) => file === name);
  if (source === undefined) throw new Error(noPage(name, names, others));
  return new byHand.PageChecker(byHand.quotePage(source));
}

/** The one line that has some words. */
function lineWith(
  words: string,
  checker: PageChecker,
  heading: readonly string[] | undefined,
  { describeNoPlace }: ByHand,
): LineRange {
  if (heading !== undefined && checker.partsCalled(heading).length !== 1)
    throw new Error(describeNoPlace(checker, { heading, lines: undefined }));
  const found = checker.linesWith(words, heading);
  const [line] = found;
  if (line !== undefined && found.length === 1) return { from: line, to: line };
  const below = heading === undefined ? "" : ` below "${heading.join(" > ")}"`;
  const numbers = `${found.slice(0, 5).join(", ")}${found.length > 5 ? " and more" : ""}`;
  const lines = line === undefined ? "no line" : `${found.length} lines (${numbers})`;
  throw new Error(`${checker.page.file} has ${lines}${below} with the words ${JSON.stringify(words)}`);
}

function noPage(name: string, pages: readonly string[], others: readonly string[]): string {
  if (others.includes(name))
    return `${name} is not read as a page: docs/evidence-by-hand.md lists the endings of names that are`;
  return `there is no page ${name}; the pages are ${pages.join(", ")}`;
}

async function choosePlace(checker: PageChecker, given: Given, byHand: ByHand, io: CommandIo): Promise<PassagePlace> {
  const written = given.options.text("heading");
  const heading = written?.split(" > ").map((title) => title.replace(/\s+/g, " ").trim());
  const words = given.options.text("words");
  let lines = given.options.text("lines");
  if (words !== undefined && lines !== undefined) throw new UsageError("give --lines or --words, and not both");
  if (words !== undefined) return { heading, lines: lineWith(words, checker, heading, byHand) };
  if (lines === undefined && heading === undefined) {
    if (io.ask !== undefined)
      io.stdout.write(byHand.showLines(checker.page, { from: 1, to: checker.page.lines.length }));
    lines = await ask(io, "Lines (such as 12-15): ", "--lines, --words or --heading");
  }
  const range = lines === undefined ? undefined : byHand.parseRange(lines);
  if (lines !== undefined && range === undefined)
    throw new UsageError(`lines are written as 12 or as 12-15, not ${JSON.stringify(lines)}`);
  return { heading, lines: range };
}

type Facts = readonly (readonly [string, ReturnType<ByHand["parseValue"]>])[];

async function chooseFacts(
  file: FactsFile,
  given: Given,
  byHand: ByHand,
  io: CommandIo,
): Promise<{ readonly facts: Facts; readonly nothing: string | undefined }> {
  const nothing = given.options.text("nothing");
  if (nothing !== undefined) return { facts: [], nothing };
  if (given.id !== undefined) {
    const fault = idFault(file, given.id, byHand);
    if (fault !== undefined) throw new Error(sentence(fault));
    const value = given.value ?? (await ask(io, `Value of ${given.id}: `, "the value"));
    return { facts: [checkedFact(given.id, value, byHand)], nothing };
  }
  return { facts: await askFacts(file, byHand, io), nothing };
}

/** Asks for facts until no more id is given. What is wrong is told and asked for again. */
async function askFacts(file: FactsFile, byHand: ByHand, io: CommandIo): Promise<Facts> {
  const facts: [string, ReturnType<ByHand["parseValue"]>][] = [];
  for (;;) {
    const id = (await ask(io, facts.length === 0 ? "Id: " : "Another id (empty to end): ", "an id and a value")).trim();
    if (id === "" && facts.length > 0) return facts;
    const twice = facts.some(([other]) => other === id)
      ? { message: `"${id}" is given already`, fix: "Give another one" }
      : undefined;
    const fault = twice ?? idFault(file, id, byHand);
    if (fault === undefined) {
      try {
        facts.push(checkedFact(id, await ask(io, "Value: ", "the value"), byHand));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        io.stdout.write(`${error.message}\n`);
      }
    } else io.stdout.write(`${sentence(fault)}\n`);
  }
}

function idFault(file: FactsFile, id: string, { faultOf }: ByHand): Fault | undefined {
  const before = file.passages.flatMap(({ facts }) => facts).find((fact) => fact.id === id);
  if (before !== undefined)
    return { message: `"${id}" is stated in line ${before.line} already`, fix: "Take it out there first" };
  const [fault] = faultOf(id, undefined);
  return fault;
}

function checkedFact(
  id: string,
  text: string,
  { faultOf, parseValue }: ByHand,
): [string, ReturnType<ByHand["parseValue"]>] {
  const value = parseValue(text);
  const [fault] = faultOf(id, value);
  if (fault !== undefined) throw new Error(sentence(fault));
  return [id, value];
}

function sentence({ message, fix }: Fault): string {
  return `${message}. ${fix}.`;
}

async function ask({ ask: asked }: CommandIo, question: string, missing: string): Promise<string> {
  if (asked === undefined) throw new UsageError(`give ${missing}: there is no terminal to ask at`);
  return asked(question);
}
