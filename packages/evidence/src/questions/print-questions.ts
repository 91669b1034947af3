import { escapeMarkdown } from "../report/escape-markdown.js";
import { type NamedPlace, type Question, type QuestionKind, questionKinds } from "./question.js";

/** Gives the target of a link. Undefined where there is nothing to link to. */
export interface Links {
  page(file: string): string | undefined;
  spec(file: string): string | undefined;
}

const parts: Readonly<Record<QuestionKind, readonly [title: string, answer: string]>> = {
  disagrees: [
    "Where the pages and the document disagree",
    "Change the document, or give the reason in `waivers.yaml`, where the page is wrong.",
  ],
  unread: [
    "What was not understood",
    "Mend the page, or teach the reader its form; no waiver explains what nobody read.",
  ],
  names: [
    "Names on the wire",
    "The pages show the spelling of one programming language. Write the name that travels into `wire.json`, and change the document where it guessed wrong.",
  ],
  schemes: [
    "How security schemes go together",
    "State it in `authorization.md` beside the pages (“Either scheme is enough (OR).”), or give the reason in `waivers.yaml`.",
  ],
  rest: [
    "What the pages do not show",
    "Decide, change the document where it is wrong, and take the comment out of it; `x-assumed` gives the reason for what no page states.",
  ],
  unsourced: ["What no page states", "Take it out of the document, or give the reason in `x-assumed` beside it."],
  needless: ["Waivers without need", "Take them out."],
};

/**
 * The questions as a checklist in Markdown, each with links to its places.
 *
 * @param before The checklist that there was: what is ticked there, and still open, stays ticked.
 */
export function printQuestions(provider: string, questions: readonly Question[], links: Links, before = ""): string {
  const ticked = new Set([...before.matchAll(/^- \[[xX]\] (.*)$/gm)].map(([, rest = ""]) => withoutPlaces(rest)));
  const sections = questionKinds.flatMap((kind) => {
    const own = questions.filter((question) => question.kind === kind);
    const [title, answer] = parts[kind];
    const items = own.map((question) => printQuestion(question, links, ticked));
    return own.length === 0 ? [] : [`\n## ${title} (${own.length})\n\n${answer}\n\n${items.join("\n")}\n`];
  });
  const count = questions.length === 0 ? "Nothing is open." : `${questions.length} open.`;
  return `# Questions about ${escapeMarkdown(provider)}\n\n${count} What is answered goes from this list when it is written anew.\n${sections.join("")}`;
}

function printQuestion({ subject, text, spec, places }: Question, links: Links, ticked: ReadonlySet<string>): string {
  const about = subject === "" ? "" : `**${escapeMarkdown(subject)}**: `;
  const question = `${about}${escapeMarkdown(text)}`;
  const all = [
    ...places.map((place) => placeLink(place, links)),
    link(`${fileName(spec.file)}:${spec.line}`, links.spec(spec.file), spec.line),
  ];
  return `- [${ticked.has(question) ? "x" : " "}] ${question}${separator}${all.join(", ")}`;
}

/** Between a question and its places. */
const separator = " — ";

function withoutPlaces(item: string): string {
  const at = item.lastIndexOf(separator);
  return at < 0 ? item : item.slice(0, at);
}

function placeLink({ name, page, line }: NamedPlace, links: Links): string {
  return link(name === "" ? `${page}:${line}` : name, links.page(page), line, `${page}:${line}`);
}

function link(text: string, target: string | undefined, line: number, otherwise = text): string {
  if (target === undefined) return escapeMarkdown(otherwise);
  return `[${escapeMarkdown(text)}](${encodeURI(target).replace(/[()#?]/g, (found) => encodeURIComponent(found).replace("(", "%28").replace(")", "%29"))}#L${line})`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
