import type { Building, Drafting } from "./drafting.js";

/** The ways to be allowed a call of an operation. */
export function draftSecurity(drafting: Drafting, operation: string, pointer: string): Building {
  const { facts } = drafting;
  const schemes = facts.list("operation", operation, "security").map(String);
  const entries = schemes.map((scheme) => [scheme, scopesOf(drafting, operation, scheme)] as const);
  const together = schemes.length > 1 && areTogether(drafting, operation, schemes, pointer);
  return { security: together ? [Object.fromEntries(entries)] : entries.map((entry) => Object.fromEntries([entry])) };
}

/** The scopes that the pages say a call needs. Those that they only list are offered, and needed by nobody knows which operation. */
function scopesOf(drafting: Drafting, operation: string, scheme: string): readonly string[] {
  const { facts } = drafting;
  const reads = ["GET", "HEAD"].includes(String(facts.value("operation", operation, "method")));
  return facts.namesBelow("scheme", scheme, "scope").filter((scope) => {
    const use = facts.value("scheme", scheme, "scope", scope);
    return use !== "any" && (use === "reads") === reads;
  });
}

/**
 * Whether a call needs all of several schemes. Where no page says it, the likeliest: two keys belong together as a name and a password do,
 * and schemes of different kinds are ways to choose from.
 */
function areTogether(drafting: Drafting, operation: string, schemes: readonly string[], pointer: string): boolean {
  const { facts } = drafting;
  if (facts.value("operation", operation, "security", "relation") !== "unstated") {
    const shown = facts.value("operation", operation, "example", "credentials");
    return facts.value("security") !== "either" && shown === undefined;
  }
  const together = schemes.every((scheme) => drafting.schemeType(scheme) === "apiKey");
  const place = drafting.place("operation", operation, "security");
  const question = together
    ? "is one of them enough, or does a call need all, as here?"
    : "does a call need all, or is one of them enough, as here?";
  drafting.ask(
    pointer,
    `The page names ${schemes.join(" and ")} (${place}), and not how they go together: ${question}`,
    "schemes",
  );
  return together;
}
