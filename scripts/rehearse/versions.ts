import type { Manifests } from "./release.js";

/** What a second release did to versions and ranges that it should not have, where the runtime and one provider had a minor each. */
export function faultsOfVersions(
  first: Manifests,
  second: Manifests,
  tools: readonly string[],
  provider: string,
): string[] {
  const family = new Set(tools.map((name) => second.get(name)?.version));
  const runtime = second.get("runtime")?.version ?? "";
  return [
    ...(family.size === 1 ? [] : [`the family has several versions: ${[...family].join(", ")}`]),
    ...[...second].flatMap(([folder, { name, version, dependencies, peerDependencies }]) => {
      const before = first.get(folder)?.version ?? "";
      const bump = tools.includes(folder) || folder === provider ? "minor" : "patch";
      const expected = raise(before, bump);
      const ranges = Object.entries({ ...dependencies, ...peerDependencies });
      return [
        ...(version === expected ? [] : [`${name} went from ${before} to ${version}, and not to ${expected}`]),
        ...(tools.includes(folder) || dependencies?.["@facsimile/runtime"] === `^${runtime}`
          ? []
          : [`${name} depends on ${dependencies?.["@facsimile/runtime"]} of the runtime, which is ${runtime}`]),
        ...ranges
          .filter(([other, range]) => isOurs(other) && !hasUpperEnd(range))
          .map(([other, range]) => `${name} takes ${range} of ${other}, without an end`),
      ];
    }),
  ];
}

/** Whether a package is one of this repository, by its name. */
export function isOurs(name: string): boolean {
  return name === "facsimile" || name.startsWith("@facsimile/");
}

function raise(version: string, bump: "minor" | "patch"): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return bump === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function hasUpperEnd(range: string): boolean {
  return /^[~^]?\d/.test(range) || range.includes("<");
}
