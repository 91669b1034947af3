import { type Evidence, type Fact, isUnread } from "../facts/fact.js";
import { factNames } from "../facts/fact-id.js";
import type { Claim } from "../spec/claim.js";
import { claimsOf } from "../spec/claims.js";
import type { Spec } from "../spec/load-spec.js";
import type { Texts } from "../texts/texts-of.js";
import { type UnreadText, unreadTexts } from "../texts/unread-texts.js";
import { type Answer, type Answered, missing } from "./answer.js";
import { assumedReason } from "./assumed.js";
import { type Checks, checkFinder } from "./check.js";
import { errorChecks } from "./checks/error.js";
import { modelChecks } from "./checks/model.js";
import { operationChecks } from "./checks/operation.js";
import { pageChecks } from "./checks/pages.js";
import { parameterChecks } from "./checks/parameter.js";
import { propertyChecks } from "./checks/property.js";
import { responseChecks } from "./checks/response.js";
import { securityChecks } from "./checks/security.js";
import { serverChecks } from "./checks/server.js";
import { Compared } from "./compared.js";
import { shownNames, withShownNames } from "./shown-names.js";
import type { Waiver } from "./waivers.js";

export type Verdict = "confirmed" | "contradicted" | "missing" | "waived" | "spelled alike" | "assumed";

/** What became of one fact. */
export interface Finding {
  readonly fact: Fact;
  readonly verdict: Verdict;
  /** JSON pointer of the place in the spec that answers it. */
  readonly pointer: string;
  /** What the spec says instead, as the end of a sentence; the reason, where it is waived; nothing where it is confirmed. */
  readonly says: string;
  /** Whether the fact is explained: confirmed, waived, or left open by the pages with the reason of the spec in `x-assumed`. */
  readonly explained: boolean;
}

/** A claim of the spec that no fact supports. */
export interface Unsourced {
  readonly claim: Claim;
  /** The reason that the spec itself gives with `x-assumed`. */
  readonly assumed: string | undefined;
}

export interface Verification {
  readonly provider: string;
  readonly spec: Spec;
  readonly findings: readonly Finding[];
  readonly unsourced: readonly Unsourced[];
  /** Waivers of facts that are confirmed without them, or that no page states. */
  readonly needless: readonly Waiver[];
  /** Texts that are not those that a person has read; none where it is not written down which were. */
  readonly texts: readonly UnreadText[];
  /**
   * True when all is explained: nothing contradicted or missing, no needless waiver, every text read, and every unsourced claim marked as
   * assumed.
   */
  readonly passed: boolean;
}

const checks: Checks = {
  ...serverChecks,
  ...operationChecks,
  ...parameterChecks,
  ...responseChecks,
  ...securityChecks,
  ...modelChecks,
  ...propertyChecks,
  ...pageChecks,
  ...errorChecks,
};

const findCheck = checkFinder(checks);

/** The forms of the ids that facts can have, with a `*` for any name. */
export const factForms: readonly string[] = Object.keys(checks);

/**
 * Holds a spec against the evidence of its documentation, fact by fact, and from the other side, claim by claim.
 *
 * @param observed What recordings of calls show, and what the spec has to say to it.
 * @param read The texts that a person has read. Without them, nothing is said of texts.
 */
export function verify(
  spec: Spec,
  evidence: Evidence,
  waivers: readonly Waiver[],
  observed: readonly Answered[] = [],
  read?: Texts,
): Verification {
  const told = answerAll(new Compared(spec, evidence), evidence.facts);
  const answers = [...withShownNames(told, shownNames(observed)), ...observed];
  const waiverOf = waiverFinder(waivers);
  const used = new Set<Waiver>();
  const findings = answers.map(({ fact, answer }) => {
    const waiver = answer.verdict === "confirmed" ? undefined : waiverOf(fact, answer);
    if (waiver !== undefined) used.add(waiver);
    return finding(spec, fact, answer, waiver);
  });
  const supported = new Set(answers.flatMap(({ answer }) => (answer.verdict === "confirmed" ? answer.supports : [])));
  // What a waiver lets the spec say instead has its reason there.
  for (const { verdict, pointer } of findings) if (verdict === "waived") supported.add(pointer);
  const unsourced = claimsOf(spec.json)
    .filter(({ pointer }) => !supported.has(pointer))
    .map((claim) => ({ claim, assumed: assumedReason(spec.json, claim.pointer) }));
  // What recordings show is told only when they are there.
  const isMeant = ({ fact }: Waiver): boolean => observed.length > 0 || !fact.startsWith("observed/");
  const needless = waivers.filter((waiver) => !used.has(waiver) && isMeant(waiver));
  const texts = read === undefined ? [] : unreadTexts(spec, evidence, read);
  const passed =
    texts.length === 0 &&
    findings.every(({ explained }) => explained) &&
    needless.length === 0 &&
    unsourced.every(({ assumed }) => assumed !== undefined);
  return { provider: evidence.provider, spec, findings, unsourced, needless, texts, passed };
}

/** Asks again as long as models are found that the spec writes out where it uses them: their own facts can be held against it only then. */
function answerAll(compared: Compared, facts: readonly Fact[]): readonly Answered[] {
  for (;;) {
    const known = compared.inlineModels;
    const answers = facts.map((fact) => ({ fact, answer: answerTo(compared, fact) }));
    if (compared.inlineModels === known) return answers;
  }
}

function answerTo(compared: Compared, fact: Fact): Answer {
  if (isUnread(fact)) return missing("", "cannot be held against what was not understood");
  const found = findCheck(factNames(fact.id));
  return found === undefined
    ? missing("", "cannot be held against a sentence of this form by a program")
    : found.check(compared, found.names, fact.value);
}

/** What is to be said of a fact. Where the pages leave something open, the spec itself may give the reason for what it says. */
function finding(spec: Spec, fact: Fact, answer: Answer, waiver: Waiver | undefined): Finding {
  const { pointer } = answer;
  if (answer.verdict === "confirmed") return { fact, verdict: "confirmed", pointer, says: "", explained: true };
  if (waiver !== undefined) return { fact, verdict: "waived", pointer, says: waiver.reason, explained: true };
  const { verdict, says } = answer;
  const reason = isOpen(answer) ? assumedReason(spec.json, pointer) : undefined;
  return {
    fact,
    verdict,
    pointer,
    says: reason === undefined ? says : `${says} (${reason})`,
    explained: reason !== undefined,
  };
}

function isOpen({ verdict }: Answer): boolean {
  return verdict === "assumed" || verdict === "spelled alike";
}

/** The waiver of a fact: the one with its id, or else one with `*` for any name, which explains only what the pages leave open. */
function waiverFinder(waivers: readonly Waiver[]): (fact: Fact, answer: Answer) => Waiver | undefined {
  const exact = new Map(waivers.map((waiver) => [waiver.fact, waiver]));
  const wide = waivers.filter((waiver) => factNames(waiver.fact).includes("*"));
  const fits = (pattern: Waiver, names: readonly string[]): boolean => {
    const steps = factNames(pattern.fact);
    return steps.length === names.length && steps.every((step, index) => step === "*" || step === names[index]);
  };
  return (fact, answer) => {
    const own = isUnread(fact) ? undefined : exact.get(fact.id);
    if (own !== undefined || wide.length === 0 || !isOpen(answer)) return own;
    const names = factNames(fact.id);
    return wide.find((waiver) => fits(waiver, names));
  };
}
