import type { RawSecurityRequirement } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import { quoted } from "../load/structure/words.js";
import type { SecurityAlternative, SecurityRequirement, SecurityScheme } from "./api.js";
import type { Context } from "./context.js";

/**
 * Resolves the names of requirements to schemes. A name that the document does not describe stands for a scheme that is the caller's own to meet;
 * it is reported once for each place that writes it.
 */
export class SecurityReader {
  private readonly context: Context;
  private readonly schemes: Map<string, SecurityScheme>;
  private readonly unknown: SecurityScheme[] = [];
  private readonly inherited: readonly SecurityAlternative[];

  constructor(context: Context, schemes: readonly SecurityScheme[]) {
    this.context = context;
    this.schemes = new Map(schemes.map((scheme) => [scheme.name, scheme]));
    this.inherited = this.read(context.root.security ?? [], "/security");
  }

  /** Those that requirements name and the document does not describe. */
  get unknownSchemes(): readonly SecurityScheme[] {
    return this.unknown;
  }

  /** The alternatives of an operation: its own, or the document's. */
  forOperation(own: readonly RawSecurityRequirement[] | undefined, pointer: string): readonly SecurityAlternative[] {
    return own === undefined ? this.inherited : this.read(own, child(pointer, "security"));
  }

  private read(alternatives: readonly RawSecurityRequirement[], pointer: string): SecurityAlternative[] {
    const read = alternatives.map((alternative, index) => {
      const at = child(pointer, index);
      const requirements = Object.entries(alternative).map(([name, scopes]) =>
        this.requirement(name, scopes, child(at, name)),
      );
      const place = placeOfSeveral(requirements);
      if (place !== undefined) this.reportClash(requirements, place, at);
      return { requirements, isPossible: place === undefined };
    });
    const possible = read.filter(({ isPossible }) => isPossible).map(({ requirements }) => requirements);
    const [first] = read;
    if (first === undefined || possible.length > 0) return possible;
    // Where none is left, the first is the caller's own to meet.
    return [[{ scheme: this.ownScheme(namesOf(first.requirements)), scopes: [] }]];
  }

  private requirement(name: string, scopes: readonly string[], pointer: string): SecurityRequirement {
    const known = this.schemes.get(name);
    if (known === undefined || this.unknown.includes(known)) this.reportUnknown(name, pointer);
    return { scheme: known ?? this.ownScheme(name), scopes };
  }

  /** One that the caller meets. */
  private ownScheme(name: string): SecurityScheme {
    const known = this.schemes.get(name);
    if (known !== undefined) return known;
    const scheme = { type: "unsupported", name, credential: name, description: undefined, deprecated: false } as const;
    this.schemes.set(name, scheme);
    this.unknown.push(scheme);
    return scheme;
  }

  private reportClash(requirements: readonly SecurityRequirement[], place: string, pointer: string): void {
    const message = `${namesOf(requirements)} are left out as an alternative: they are needed together, and a request has only one ${place}.`;
    const fix =
      "Write them as alternatives, an item of the list each, if one of them suffices; else send them by headers or a fetch of your own.";
    this.context.report("security-schemes-clash", pointer, message, fix);
  }

  private reportUnknown(name: string, pointer: string): void {
    const message = `The security scheme "${name}" is left out: the document does not describe it, so that it is the caller's own to meet.`;
    const described = [...this.schemes.values()].filter((scheme) => !this.unknown.includes(scheme));
    const known = quoted(described.map((scheme) => scheme.name));
    const fix = /[/#:]/.test(name)
      ? "Refer to what the URI leads to from components.securitySchemes, and name that."
      : `Add it to components.securitySchemes${known === "" ? "" : `, or use one of ${known}`}.`;
    this.context.report("security-scheme-unknown", pointer, message, fix);
  }
}

function namesOf(requirements: readonly SecurityRequirement[]): string {
  return requirements.map(({ scheme }) => scheme.name).join(" and ");
}

/** The place of a request that several schemes would write, in words: `header "authorization"`. */
function placeOfSeveral(requirements: readonly SecurityRequirement[]): string | undefined {
  const places = requirements.flatMap(({ scheme }) => placeOf(scheme) ?? []);
  return places.find((place, index) => places.indexOf(place) < index);
}

function placeOf(scheme: SecurityScheme): string | undefined {
  switch (scheme.type) {
    case "apiKey":
      return `${scheme.in === "query" ? "query parameter" : scheme.in} "${scheme.in === "header" ? scheme.parameterName.toLowerCase() : scheme.parameterName}"`;
    case "http":
    case "oauth2":
    case "openIdConnect":
      return 'header "authorization"';
    default:
      return undefined;
  }
}
