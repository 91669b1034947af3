import { type Broken, type Made, type Path, partAt, type Trial } from "@facsimile/samples";
import { literalOf } from "./literal.js";

/** What the document means by refusing the value of a trial. */
export function refusal({ keyword, property }: Broken, trial: Trial): string {
  switch (keyword) {
    case "required":
      return `requires ${JSON.stringify(property)}`;
    case "additionalProperties":
      return "allows no property that it does not declare";
    case "discriminator":
      return "tells the alternatives apart by a property that has none of their values here";
    default:
      return `does not allow ${show(partOf(trial, trial.path))}`;
  }
}

/** What a package's type does where it takes the value. */
export function contrary({ keyword }: Broken): string {
  return keyword === "required" ? "does without it" : "allows it";
}

/** What stands in a part of the whole value. */
export function partOf({ frame, value }: Trial, path: Path): unknown {
  return partAt(value, path.slice(frame.length));
}

const longest = 60;

export function show(value: unknown): string {
  // What was made is no whole value where the part is not there.
  const text = value === undefined ? "nothing" : literalOf(value as Made).text;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `getUser, body` and `rows`, 0: `getUser, body.rows[0]`; of a subject without parts, `schema User, rows[0]`. */
export function at(subject: string, path: Path): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return subject.includes(", ") || steps === "" ? `${subject}${steps}` : `${subject}, ${steps.replace(/^\./, "")}`;
}
