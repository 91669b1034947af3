import { factNames } from "../facts/fact-id.js";
import { factForms } from "../verify/verify.js";

const forms = factForms.map((form) => form.split("/"));

// The form of `operation/list/method` is `operation/*/method`.

/** The form of an id. Undefined where no fact has such an id. */
export function formOf(id: string): string | undefined {
  const names = factNames(id);
  const found = forms.find(
    (form) => form.length === names.length && form.every((step, index) => fits(step, names[index])),
  );
  return found?.join("/");
}

function fits(step: string, name: string | undefined): boolean {
  return step === "*" ? name !== undefined && name !== "" : step === name;
}

/** Ids, or forms of ids with the names still to be given in angle brackets, that a wrong one was most likely meant to be. */
export function nearestIds(id: string, most = 3): readonly string[] {
  const names = id.split("/");
  const aligned = forms.map((form) => align(form, names)).toSorted((a, b) => a.cost - b.cost);
  const [best] = aligned;
  if (best === undefined || best.cost >= 2 * names.length) return [];
  return [...new Set(aligned.filter(({ cost }) => cost <= best.cost + 1).map(({ text }) => text))].slice(0, most);
}

interface Alignment {
  readonly cost: number;
  readonly text: string;
}

/** The cheapest way to make the names of an id those of a form: a name stays in the place of a `*`, other steps are added, left out or replaced. */
function align(form: readonly string[], names: readonly string[]): Alignment {
  let row: Alignment[] = [{ cost: 0, text: "" }];
  for (const step of form) row.push(after(row.at(-1), added(step), 2));
  for (const name of names.slice(0, 12)) {
    const next: Alignment[] = [after(row[0], undefined, 2)];
    for (const [index, step] of form.entries()) {
      const options = [
        after(row[index], step === "*" ? name : step, replacement(step, name)),
        after(row[index + 1], undefined, 2),
        after(next[index], added(step), step === "*" ? 3 : 1),
      ];
      next.push(options.reduce((a, b) => (b.cost < a.cost ? b : a)));
    }
    row = next;
  }
  return row.at(-1) ?? { cost: Number.POSITIVE_INFINITY, text: "" };
}

function after(before: Alignment | undefined, step: string | undefined, cost: number): Alignment {
  const text = before?.text ?? "";
  const next = step === undefined ? text : text === "" ? step : `${text}/${step}`;
  return { cost: (before?.cost ?? 0) + cost, text: next };
}

function added(step: string): string {
  return step === "*" ? "<name>" : step;
}

function replacement(step: string, name: string): number {
  if (step === "*") return 0.5;
  if (step === name) return 0;
  const alike = step.startsWith(name.slice(0, 3)) || name.startsWith(step.slice(0, 3));
  return alike && name.length > 0 ? 1 : 3;
}
