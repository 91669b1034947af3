import type { FactValue } from "../facts/fact.js";
import { factNames } from "../facts/fact-id.js";
import { formOf, nearestIds } from "./fact-forms.js";
import type { FactsFile, WrittenFact } from "./facts-file.js";
import type { HandProblem } from "./hand-problem.js";
import { isStatusName, wrongValue } from "./value-forms.js";

/** What is wrong with the facts of a file whatever its pages say: ids that are none, values of another kind, what is stated twice or left out. */
export function checkFacts(file: FactsFile, name: string): readonly HandProblem[] {
  const facts = file.passages.flatMap((passage) => passage.facts);
  const tell = ({ line, pointer }: WrittenFact, { message, fix }: Fault): HandProblem => ({
    file: name,
    line,
    pointer,
    message,
    fix,
  });
  return [
    ...facts.flatMap((fact) => faultOf(fact.id, fact.value).map((fault) => tell(fact, fault))),
    ...repeated(facts).map(([fact, first]) => tell(fact, statedTwice(fact, first))),
    ...unplaced(facts).map(([fact, fault]) => tell(fact, fault)),
    ...unknownModels(facts).map(([fact, fault]) => tell(fact, fault)),
  ];
}

export interface Fault {
  readonly message: string;
  readonly fix: string;
}

/** What is wrong with one fact, or with an id alone; nothing where all is well. */
export function faultOf(id: string, value: FactValue | undefined): readonly Fault[] {
  const form = formOf(id);
  if (form === undefined) {
    const near = nearestIds(id);
    const fix = near.length === 0 ? "docs/evidence.md lists every form" : `Did you mean ${near.join(" or ")}`;
    return [{ message: `"${id}" is no id of a fact`, fix }];
  }
  const names = factNames(id);
  const status = names[form.split("/").indexOf("status") + 1];
  if (/(^|\/)status\/\*/.test(form) && status !== undefined && !isStatusName(status))
    return [{ message: `"${status}" is no status`, fix: "Write it as 404, 4XX or default" }];
  const wrong = value === undefined ? undefined : wrongValue(form, value);
  return wrong === undefined
    ? []
    : [{ message: `the value ${JSON.stringify(value)} ${wrong}`, fix: `Mend the value of "${id}"` }];
}

function repeated(facts: readonly WrittenFact[]): readonly (readonly [WrittenFact, WrittenFact])[] {
  const first = new Map<string, WrittenFact>();
  return facts.flatMap((fact) => {
    const before = first.get(fact.id);
    if (before === undefined) first.set(fact.id, fact);
    return before === undefined ? [] : [[fact, before] as const];
  });
}

function statedTwice(fact: WrittenFact, first: WrittenFact): Fault {
  return { message: `"${fact.id}" is stated in line ${first.line} already`, fix: "Keep one of the two" };
}

/** An operation is found by its method and path. */
function unplaced(facts: readonly WrittenFact[]): readonly (readonly [WrittenFact, Fault])[] {
  const ids = new Set(facts.map(({ id }) => id));
  const told = new Set<string>();
  return facts.flatMap((fact) => {
    const [kind, operation = ""] = fact.id.split("/");
    if (kind !== "operation" || told.has(operation)) return [];
    told.add(operation);
    const lacking = ["method", "path"].filter((step) => !ids.has(`operation/${operation}/${step}`));
    if (lacking.length === 0) return [];
    const message = `no fact states the ${lacking.join(" and the ")} of the operation ${operation}`;
    return [[fact, { message, fix: `State "operation/${operation}/${lacking[0]}" too` }] as const];
  });
}

/** A type may name only models of which something is stated. */
function unknownModels(facts: readonly WrittenFact[]): readonly (readonly [WrittenFact, Fault])[] {
  const models = new Set(facts.flatMap(({ id }) => (id.startsWith("model/") ? [factNames(id)[1] ?? ""] : [])));
  return facts.flatMap((fact) => {
    if (!/\/(type|returns|body|one-of)$/.test(fact.id)) return [];
    const named = [...JSON.stringify(fact.value).matchAll(/@([^<>()?|\s"\\,]+)/g)].map(([, model = ""]) => model);
    const model = named.find((each) => !models.has(each));
    const fix = `State "model/${model}" and its properties, or write another type`;
    return model === undefined
      ? []
      : [[fact, { message: `no fact says anything of the model ${model}`, fix }] as const];
  });
}
