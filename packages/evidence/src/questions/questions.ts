import type { DraftQuestion } from "../draft/drafting.js";
import { isUnread } from "../facts/fact.js";
import { factNames } from "../facts/fact-id.js";
import { child, isObject, type Json, splitPointer, valueAt } from "../spec/json.js";
import type { Finding, Unsourced, Verification } from "../verify/verify.js";
import { FactPlaces } from "./fact-places.js";
import { type Question, type QuestionKind, questionKinds } from "./question.js";

/**
 * Everything about a spec that a person has to answer, in the order in which it is best answered.
 *
 * @param standing The questions of a draft that the spec still has as comments.
 * @param waiverFile The name of the file of the waivers.
 */
export function questionsOf(
  verification: Verification,
  standing: readonly DraftQuestion[],
  waiverFile: string,
): readonly Question[] {
  const { spec, findings, unsourced, needless } = verification;
  const asked = new Asked(standing);
  const open = findings.filter(({ explained }) => !explained);
  const own = open.filter((finding) => !asked.takes(finding));
  const claims = unsourced.filter(({ assumed, claim }) => assumed === undefined && !asked.has(claim.pointer));
  const places = new FactPlaces(findings);
  const at = (pointer: string) => spec.locate(pointer);
  const questions = [
    ...own.map((finding) => ofFinding(finding, spec.json, at)),
    ...standing.map((question) => ofDraft(question, asked.takenBy(question), places, spec.json, at)),
    ...claims.map((claim) => ofClaim(claim, spec.json, at)),
    ...needless.map(({ fact, line }): Question => {
      const text = `The waiver of ${fact} explains nothing: its fact is confirmed, or is none.`;
      return { kind: "needless", subject: "", text, spec: { file: waiverFile, line }, places: [] };
    }),
  ];
  return questions.toSorted((a, b) => questionKinds.indexOf(a.kind) - questionKinds.indexOf(b.kind));
}

/** The questions of a draft, with what the pages leave open of the same thing. */
class Asked {
  readonly #byPointer = new Map<string, DraftQuestion[]>();
  readonly #taken = new Map<DraftQuestion, Finding[]>();

  constructor(standing: readonly DraftQuestion[]) {
    for (const question of standing) {
      const here = this.#byPointer.get(question.pointer);
      if (here === undefined) this.#byPointer.set(question.pointer, [question]);
      else here.push(question);
    }
  }

  has(pointer: string): boolean {
    return this.#byPointer.has(pointer);
  }

  /** Whether a question asks for what a fact leaves open: the nearest one around its place that is about it. */
  takes(finding: Finding): boolean {
    const about = aboutOf(finding);
    if (about === "disagrees" || about === "unread") return false;
    for (let at = finding.pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const question = this.#byPointer.get(at)?.find((each) => each.about === about);
      if (question === undefined) continue;
      const taken = this.#taken.get(question);
      if (taken === undefined) this.#taken.set(question, [finding]);
      else taken.push(finding);
      return true;
    }
    return false;
  }

  takenBy(question: DraftQuestion): readonly Finding[] {
    return this.#taken.get(question) ?? [];
  }
}

function aboutOf({ verdict, fact }: Finding): QuestionKind {
  if (isUnread(fact)) return "unread";
  if (verdict === "spelled alike") return "names";
  if (verdict !== "assumed") return "disagrees";
  return fact.id.endsWith("/security/relation") ? "schemes" : "rest";
}

type Locate = (pointer: string) => Question["spec"];

function ofFinding(finding: Finding, json: Json, at: Locate): Question {
  const { fact, pointer, says } = finding;
  const kind = aboutOf(finding);
  const stated = kind === "disagrees" ? `${fact.id} is ${JSON.stringify(fact.value)} there, and the` : "The";
  const text = kind === "unread" ? String(fact.value) : `${stated} document ${says}.`;
  return { kind, subject: subjectOf(json, pointer), text, spec: at(pointer), places: [named(finding)] };
}

function ofDraft(
  { pointer, text, about }: DraftQuestion,
  taken: readonly Finding[],
  places: FactPlaces,
  json: Json,
  at: Locate,
): Question {
  const place = places.of(pointer);
  const found = taken.length > 0 ? taken.map(named) : place === undefined ? [] : [{ ...place, name: "" }];
  return { kind: about, subject: subjectOf(json, pointer), text, spec: at(pointer), places: found };
}

function ofClaim({ claim }: Unsourced, json: Json, at: Locate): Question {
  const text = `No page states ${claim.key}.`;
  return { kind: "unsourced", subject: subjectOf(json, claim.pointer), text, spec: at(claim.pointer), places: [] };
}

/** A place is called by the documented name that stands there, which is the last but one of `model/Book/property/title/spelling`. */
function named({ fact }: Finding): Question["places"][number] {
  const names = factNames(fact.id);
  return { page: fact.page, line: fact.line, name: names.at(-1) === "spelling" ? (names.at(-2) ?? "") : "" };
}

/** What a place of a document belongs to, as people call it: the operation's id with the status, or the name of the component. */
function subjectOf(json: Json, pointer: string): string {
  const [top, first, second, part, status] = splitPointer(pointer);
  if (top === "components") return second ?? first ?? "";
  if (top !== "paths" || first === undefined || second === undefined) return first ?? "";
  const operation = valueAt(json, child("/paths", first, second));
  const id = isObject(operation) ? operation.operationId : undefined;
  const name = typeof id === "string" ? id : `${second.toUpperCase()} ${first}`;
  return part === "responses" && status !== undefined ? `${name} ${status}` : name;
}
