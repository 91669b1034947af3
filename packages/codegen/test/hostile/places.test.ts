import { beforeAll, describe, expect, it } from "vitest";
import { type BuiltPackage, buildPackage } from "./build-package.js";
import { differencesOf, faultsOf } from "./check-package.js";
import { compile } from "./compile.js";
import { hostileDocument, placesOf } from "./hostile-document.js";
import { hostileTexts } from "./hostile-texts.js";

/**
 * Every hostile text at every place of a document that has a text, one at a time: 22,000 packages in a quarter of an hour with `npm run hostile`. Otherwise
 * a selection that has each place with several texts and each text at several places, the same ones each time.
 */
const whole = process.env.FACSIMILE_HOSTILE === "all";
const textsAtAPlace = 2;
const step = 29;

type Version = "3.0" | "3.1";

interface Attack {
  readonly version: Version;
  readonly place: string;
  readonly name: string;
  readonly text: string;
}

function attacksOn(version: Version): readonly Attack[] {
  return placesIn(version).flatMap((place, index) => {
    const chosen = whole
      ? hostileTexts
      : Array.from({ length: textsAtAPlace }, (_, more) => textAt(index * textsAtAPlace + more));
    return chosen.map(([name, text]) => ({ version, place, name, text }));
  });
}

/** Of 3.0, what it does not share with 3.1, and some more. */
function placesIn(version: Version): readonly string[] {
  const places = [...placesOf(version).keys()];
  const shared = placesOf("3.1");
  return whole || version === "3.1" ? places : places.filter((place, index) => !shared.has(place) || index % 8 === 0);
}

/** In an order in which neighbours try different things. */
function textAt(index: number): readonly [string, string] {
  return hostileTexts[(index * step) % hostileTexts.length] ?? ["", ""];
}

function build({ version, place, text }: Attack): Promise<BuiltPackage> {
  return buildPackage(
    JSON.stringify(hostileDocument(version, (asked, harmless) => (asked === place ? text : harmless))),
  );
}

/** `default` is a key of responses like a status, and the description of an operation says so. */
function isWordOfOpenApi({ place, text }: Attack): boolean {
  return place === "status" && text === "default";
}

function codesOf(diagnostics: BuiltPackage["diagnostics"]): string {
  return diagnostics.map(({ code }) => code).join();
}

describe.each(["3.0", "3.1"] as const)("an OpenAPI %s document", (version) => {
  const attacks = attacksOn(version);
  let harmless: BuiltPackage;
  beforeAll(async () => {
    harmless = await buildPackage(JSON.stringify(hostileDocument(version, (_, text) => text)));
  });

  it("that is harmless gives a sound package", () => {
    expect(harmless.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(faultsOf(harmless.files)).toEqual([]);
    expect(compile([harmless.files])).toEqual([]);
  });

  it("puts nothing into a package but names, texts and comments, with any text at any place", async () => {
    const found: string[] = [];
    const sample: BuiltPackage["files"][] = [];
    let same = 0;
    for (const [index, attack] of attacks.entries()) {
      const { files, diagnostics } = await build(attack);
      const where = `${attack.name} as ${attack.place}`;
      if (files.size === 0) {
        if (!diagnostics.some(({ severity }) => severity !== "warning"))
          found.push(`${where}: neither a package nor a fault`);
        continue;
      }
      found.push(...faultsOf(files).map((fault) => `${where}: ${fault}`));
      // What a diagnostic speaks of may be left out; the harmless document has some of its own.
      if (codesOf(diagnostics) === codesOf(harmless.diagnostics) && !isWordOfOpenApi(attack)) {
        same += 1;
        found.push(...differencesOf(files, harmless.files).map((difference) => `${where}: ${difference}`));
      }
      if (index % (whole ? 40 : 12) === 0) sample.push(files);
    }
    expect(found).toEqual([]);
    expect(same / attacks.length).toBeGreaterThan(0.8);
    expect(compile(sample)).toEqual([]);
  }, 3_600_000);

  it("has each place and each text among its attacks", () => {
    if (version === "3.0") return;
    expect(new Set(attacks.map(({ place }) => place)).size).toBe(placesOf(version).size);
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(hostileTexts.length);
  });
});
