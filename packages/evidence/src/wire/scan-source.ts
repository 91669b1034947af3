import { extname } from "node:path/posix";
import type { PageSource } from "../read/page-source.js";
import { type SourceForm, sourceForms } from "./source-forms.js";
import type { SourceName } from "./source-name.js";

/** A line with more characters is none that declares a name. */
const longest = 2000;

/** What the lines before the present one have said. */
interface Scan {
  model: string;
  operation: string;
  /** The name on the wire, or the SDK's, that a line above has said and that the next one belongs to. */
  wire: string | undefined;
  name: string | undefined;
  readonly constants: Map<string, string>;
  /** Whether a list of names is open, in languages whose lists look like others. */
  isOpen: boolean;
}

/** The names on the wire in one file of an SDK's source: attribute maps, tags, annotations, and what is put into a request. */
export function scanSource({ file, text }: PageSource): readonly SourceName[] {
  const ending = extname(file);
  const forms = sourceForms[ending];
  if (forms === undefined) return [];
  const scan: Scan = {
    model: "",
    operation: "",
    wire: undefined,
    name: undefined,
    constants: new Map(),
    isOpen: ending !== ".php",
  };
  return text.split("\n").flatMap((line, index) => {
    if (line.length > longest) return [];
    const found = findForm(forms, line);
    if (found === undefined) return [];
    const said = say(scan, found.form, found.groups, ending);
    return said === undefined ? [] : [{ ...said, file, line: index + 1 }];
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function findForm(
  forms: readonly SourceForm[],
  line: string,
): { readonly form: SourceForm; readonly groups: Groups } | undefined {
  for (const form of forms) {
    const match = form.pattern.exec(line);
    if (match !== null) return { form, groups: match.groups ?? {} };
  }
  return undefined;
}

function say(
  scan: Scan,
  form: SourceForm,
  groups: Groups,
  ending: string,
): Omit<SourceName, "file" | "line"> | undefined {
  const { owner, name, constant } = groups;
  switch (form.says) {
    case "model":
      scan.model = owner ?? "";
      return undefined;
    case "operation":
      scan.operation = owner ?? "";
      return undefined;
    case "constant":
      if (ending === ".php") scan.name = name;
      else scan.constants.set(constant ?? "", groups.wire ?? "");
      return undefined;
    case "end of names":
      scan.isOpen = ending !== ".php";
      return undefined;
    case "wire name":
      if (ending === ".php") scan.isOpen = true;
      scan.wire = groups.wire ?? (constant === undefined ? undefined : scan.constants.get(constant));
      return ending === ".ts" ? take(scan, "property", scan.model, scan.name, scan.wire) : undefined;
    case "property":
      return sayProperty(scan, name, groups.wire, ending);
    case "parameter": {
      const sent = take(scan, "parameter", scan.operation, name ?? scan.name, groups.wire);
      return sent === undefined || form.in === undefined ? sent : { ...sent, in: form.in };
    }
  }
}

function sayProperty(
  scan: Scan,
  name: string | undefined,
  wire: string | undefined,
  ending: string,
): ReturnType<typeof say> {
  if (ending === ".ts" && wire === undefined) {
    scan.name = name;
    return undefined;
  }
  if (ending === ".java") return take(scan, "property", scan.model, name?.replace(/^_/, ""), scan.wire);
  if (!scan.isOpen) return undefined;
  // A field of a Python model without another name travels under its own.
  return take(scan, "property", scan.model, name, wire ?? (ending === ".py" ? name : undefined));
}

/** The finished name; what the lines above said is used up with it. */
function take(
  scan: Scan,
  kind: SourceName["kind"],
  owner: string,
  name: string | undefined,
  wire: string | undefined,
): ReturnType<typeof say> {
  scan.wire = undefined;
  scan.name = undefined;
  if (owner === "" || name === undefined || wire === undefined || wire === "") return undefined;
  return { kind, owner, name, wire };
}
