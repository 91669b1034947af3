import { factNames } from "../facts/fact-id.js";
import { type Answered, confirmed } from "./answer.js";

/** What stands before a name that was sent as it is. The name of a path's parameter is not. */
const sent: ReadonlySet<string | undefined> = new Set(["query", "header", "property"]);

/** The JSON pointers of the parameters and properties of a spec whose names recordings show on the wire. */
export function shownNames(observed: readonly Answered[]): ReadonlySet<string> {
  return new Set(
    observed.flatMap(({ fact, answer }) =>
      answer.verdict === "confirmed" && sent.has(factNames(fact.id).at(-2)) ? answer.supports : [],
    ),
  );
}

/** The answers, where a name that no page shows is confirmed if a recording shows it. */
export function withShownNames(answers: readonly Answered[], shown: ReadonlySet<string>): readonly Answered[] {
  if (shown.size === 0) return answers;
  return answers.map(({ fact, answer }) => {
    const isShown = answer.verdict === "spelled alike" && shown.has(answer.pointer);
    return { fact, answer: isShown ? confirmed(answer.pointer) : answer };
  });
}
