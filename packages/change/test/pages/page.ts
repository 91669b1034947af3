import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ChangeClass, changeRules, classOf, type RuleId, typeFindingKinds } from "../../src/index.js";
import type { Example, PairName } from "./example.js";

export const folder: string = join(import.meta.dirname, "../../../../docs/changes");

// Object.keys gives up the names, which are those of the rules.
export const ruleIds = Object.keys(changeRules) as readonly RuleId[];

const directions = [
  ["request", "requests"],
  ["response", "answers"],
] as const;

/** Where what stands around a change decides of its class. */
const severalClasses: Readonly<Record<string, string>> = {
  "response-added/response": "safe or warning",
  "response-removed/response": "breaking or safe",
  "header-removed/response": "breaking or safe",
  "parameter-removed/response": "breaking or safe",
  "contains-changed/request": "unknown or breaking",
  "contains-changed/response": "unknown or breaking",
  "condition-changed/request": "unknown or breaking",
  "condition-changed/response": "unknown or breaking",
  "schema-changed/request": "unknown or breaking",
  "schema-changed/response": "unknown or breaking",
  "authorization-url-changed/request": "warning or safe",
};

export function readPage(name: string): Promise<string> {
  return readFile(join(folder, `${name}.md`), "utf8");
}

/** The classes of a rule in the directions that its page speaks of. */
function classesOf(rule: RuleId, page: string): readonly (readonly [direction: string, verdict: string])[] {
  return directions.flatMap(([direction, words]) =>
    page.includes(`\n**In ${words}.** `)
      ? [[words, severalClasses[`${rule}/${direction}`] ?? classOf(rule, direction)] as const]
      : [],
  );
}

/** The first lines of a page: its title, and what the rule means. */
export function headOf(rule: RuleId, page: string): string {
  const classes = classesOf(rule, page).map(([direction, verdict]) => `${verdict} in ${direction}`);
  const verdict = classes.length > 0 ? `found on the wire: ${classes.join(", ")}` : wordsFor(rule);
  return `# ${changeRules[rule].title}\n\n\`${rule}\` is ${verdict}.\n`;
}

function wordsFor(rule: RuleId): string {
  return classOf(rule, "none") === "safe"
    ? "documentation: nothing travels differently"
    : "unknown: what cannot be read is not compared";
}

/** How the rule is given another class. */
export function settingOf(rule: RuleId, page: string): string {
  const told = directions.flatMap(([direction, words]) => (page.includes(`\n**In ${words}.** `) ? [direction] : []));
  const direction = told.find((each) => classOf(rule, each) !== "safe") ?? told[0];
  if (direction === undefined) return "";
  const other: ChangeClass = classOf(rule, direction) === "breaking" ? "warning" : "breaking";
  return `\n## Another class\n\n\`\`\`sh\nfacsimile diff old.yaml new.yaml --class ${rule}/${direction}=${other}\n\`\`\`\n`;
}

function sentenceOf({ topic, name, isBack }: PairName): string {
  const end = isBack ? ", the other way round" : "";
  return `The pair "${name}" of [${topic}.yaml](../../packages/change/test/pairs/${topic}.yaml)${end}.`;
}

/** The part of a page that shows the rule. */
export function exampleSection(example: Example): string {
  const { pair, old, new: next, printed } = example;
  const source = pair === undefined ? "" : `${sentenceOf(pair)}\n\n`;
  return `## An example\n\n${source}\`old.yaml\`:\n\n\`\`\`yaml\n${old}\`\`\`\n\n\`new.yaml\`:\n\n\`\`\`yaml\n${next}\`\`\`\n\n\`facsimile diff old.yaml new.yaml\` prints:\n\n\`\`\`text\n${printed}\`\`\`\n`;
}

/** The pair that a page shows. */
export function namedPair(page: string): PairName | undefined {
  const [, name, topic, back] =
    /^The pair "(.+)" of \[([a-z-]+)\.yaml\]\(.*?\)(, the other way round)?\.$/m.exec(page) ?? [];
  return name === undefined || topic === undefined ? undefined : { name, topic, isBack: back !== undefined };
}

/** The documents of a page, and what it says is printed. */
export function shownIn(page: string): { readonly old: string; readonly new: string; readonly printed: string } {
  const [old = "", next = "", text = ""] = [...page.matchAll(/^```(?:yaml|text)\n(.*?)^```$/gms)].map(
    ([, block]) => block ?? "",
  );
  return { old, new: next, printed: text };
}

/** A page with its first lines, its example and its setting made anew: what it says in between is written by people. */
export function refreshed(rule: RuleId, page: string, example: Example): string {
  const body = page.replace(/^# .*\n\n.*\n/, "").replace(/\n## An example\n[\s\S]*$/, "");
  return `${headOf(rule, page)}${body}\n${exampleSection(example)}${settingOf(rule, page)}`;
}

/** The index of all pages. */
export async function indexPage(): Promise<string> {
  const rows = await Promise.all(
    ruleIds.map(async (rule) => {
      const classes = new Map(classesOf(rule, await readPage(rule)));
      const { effect, title } = changeRules[rule];
      return `| [\`${rule}\`](${rule}.md) | ${title} | ${effect} | ${classes.get("requests") ?? ""} | ${classes.get("answers") ?? ""} |`;
    }),
  );
  const types = await Promise.all(
    typeFindingKinds.map(
      async (kind) => `| [\`${kind}\`](${kind}.md) | ${/^# (.*)$/m.exec(await readPage(kind))?.[1] ?? ""} |`,
    ),
  );
  return `${introduction}
| rule | | effect | requests | answers |
|---|---|---|---|---|
${rows.join("\n")}

## In the types

| finding | |
|---|---|
${types.join("\n")}
`;
}

const introduction = `# Changes

Every change that \`facsimile diff\` tells has a rule, and each rule a page: when it applies, what it means for what callers send and for what they receive,
and an example. \`facsimile explain <rule>\` prints it. [What a change means](../changes.md) says how the classes are found.

## On the wire

The effect is what becomes of the messages that are allowed: some are refused now (narrows), some are new (widens), both (changes), nothing (none), or it
cannot be decided (undecided). Where a class does not follow from the effect, a named convention decides. No class: the rule is not found there.
`;
