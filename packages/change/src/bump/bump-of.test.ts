import { describe, expect, it } from "vitest";
import { type Bump, bumpBetween } from "./bump.js";
import { bumpOf, type VersionFindings } from "./bump-of.js";

type Wire = VersionFindings["wire"];
type Types = VersionFindings["types"];

/** What stands for the rows of the table in docs/versions.md. */
const onTheWire: Readonly<Record<string, Wire>> = {
  break: [{ class: "breaking", rule: "operation-removed" }],
  warning: [{ class: "warning", rule: "enum-value-added" }],
  unknown: [{ class: "unknown", rule: "pattern-changed" }],
  addition: [{ class: "safe", rule: "operation-added" }],
  other: [{ class: "safe", rule: "maximum-raised" }],
  documentation: [{ class: "safe", rule: "documentation-changed" }],
  nothing: [],
};

/** And for its columns. */
const inTheTypes: Readonly<Record<string, Types>> = {
  break: [{ class: "breaking", kind: "export-removed" }],
  warning: [{ class: "warning", kind: "result-value-added" }],
  addition: [{ class: "safe", kind: "export-added" }],
  nothing: [],
};

type Table = Readonly<Record<string, Readonly<Record<string, Bump>>>>;

const row = (break_: Bump, warning: Bump, addition: Bump, nothing: Bump): Readonly<Record<string, Bump>> => ({
  break: break_,
  warning,
  addition,
  nothing,
});

const before: Table = {
  break: row("minor", "minor", "minor", "minor"),
  warning: row("minor", "patch", "patch", "patch"),
  unknown: row("minor", "patch", "patch", "patch"),
  addition: row("minor", "patch", "patch", "patch"),
  other: row("minor", "patch", "patch", "patch"),
  documentation: row("minor", "patch", "patch", "patch"),
  nothing: row("minor", "patch", "patch", "none"),
};

const from: Table = {
  break: row("major", "major", "major", "major"),
  warning: row("major", "minor", "minor", "minor"),
  unknown: row("major", "minor", "minor", "minor"),
  addition: row("major", "minor", "minor", "minor"),
  other: row("major", "minor", "minor", "patch"),
  documentation: row("major", "minor", "minor", "patch"),
  nothing: row("major", "minor", "minor", "none"),
};

function cells(table: Table): readonly (readonly [string, string, Bump])[] {
  return Object.entries(table).flatMap(([wire, columns]) =>
    Object.entries(columns).map(([types, bump]) => [wire, types, bump] as const),
  );
}

describe("before 1.0", () => {
  it.each(cells(before))("%s on the wire, %s in the types: %s", (wire, types, bump) => {
    const found = { wire: onTheWire[wire] ?? [], types: inTheTypes[types] ?? [] };
    expect(bumpOf(found, "0.3.1")).toBe(bump);
  });
});

describe("from 1.0 on", () => {
  it.each(cells(from))("%s on the wire, %s in the types: %s", (wire, types, bump) => {
    const found = { wire: onTheWire[wire] ?? [], types: inTheTypes[types] ?? [] };
    expect(bumpOf(found, "1.0.0")).toBe(bump);
    expect(bumpOf(found, "12.3.1-beta.1")).toBe(bump);
  });
});

it("the worst counts, wherever it stands", () => {
  const wire = Object.values(onTheWire).flat();
  expect(bumpOf({ wire, types: [] }, "2.0.0")).toBe("major");
  expect(bumpOf({ wire: wire.toReversed(), types: [] }, "0.2.0")).toBe("minor");
});

it("what the API sends more of is an addition, also where it always sends it", () => {
  const wire = [{ class: "safe", rule: "required-property-added" }] as const;
  expect(bumpOf({ wire, types: [] }, "1.0.0")).toBe("minor");
});

it.each([
  ["0.1.0", "0.2.0", "minor"],
  ["0.1.9", "0.1.10", "patch"],
  ["1.4.2", "2.0.0", "major"],
  ["1.0.0", "1.0.0", "none"],
  ["1.1.0", "1.0.9", "none"],
  ["0.1.0", "0.2.0-beta.1", "minor"],
] as const)("from %s to %s a version has been raised by %s", (old, next, bump) => {
  expect(bumpBetween(old, next)).toBe(bump);
});
