import type { ChangeArea, ChangeClass, ChangeDirection } from "./change.js";

/** What a rule does to the set of messages that an edition allows. */
export type Effect =
  /** Some are refused now. */
  | "narrows"
  /** Some are new. */
  | "widens"
  /** Both. */
  | "changes"
  /** Nothing travels differently. */
  | "none"
  /** Cannot be decided. */
  | "undecided";

export interface Rule {
  readonly area: ChangeArea;
  readonly effect: Effect;
  /** A sentence that says when it applies. */
  readonly title: string;
  /** Named conventions, where the effect alone would say something else. */
  readonly classes?: Partial<Record<"request" | "response", ChangeClass>>;
}

const rows = [
  // paths
  ["operation-added", "paths", "widens", "An operation is new"],
  ["operation-removed", "paths", "narrows", "An operation is gone"],
  [
    "operation-removed-after-sunset",
    "paths",
    "narrows",
    "A deprecated operation is gone, after its `x-sunset`",
    { request: "safe" },
  ],
  ["path-parameters-swapped", "paths", "changes", "Path parameters change their places"],
  ["webhook-added", "webhooks", "widens", "A webhook is new", { response: "safe" }],
  ["webhook-removed", "webhooks", "narrows", "A webhook is gone", { response: "breaking" }],
  ["callback-added", "webhooks", "widens", "A callback is new", { response: "safe" }],
  ["callback-removed", "webhooks", "narrows", "A callback is gone", { response: "breaking" }],
  // parameters
  ["parameter-added", "parameters", "widens", "An optional parameter is new", { response: "safe" }],
  ["required-parameter-added", "parameters", "narrows", "A required parameter is new"],
  ["parameter-removed", "parameters", "narrows", "A parameter is gone", { request: "warning" }],
  ["parameter-became-required", "parameters", "narrows", "An optional parameter is required"],
  ["parameter-became-optional", "parameters", "widens", "A required parameter is optional"],
  ["parameter-serialization-changed", "parameters", "changes", "A parameter is written in another way"],
  [
    "reserved-characters-refused",
    "parameters",
    "narrows",
    "Reserved characters have to be percent-encoded in a parameter",
  ],
  ["reserved-characters-allowed", "parameters", "widens", "Reserved characters may stand in a parameter as they are"],
  ["empty-value-refused", "parameters", "narrows", "A parameter may no longer be sent without a value"],
  ["empty-value-allowed", "parameters", "widens", "A parameter may be sent without a value"],
  // bodies
  ["request-body-added", "requestBody", "widens", "An optional body is new", { response: "safe" }],
  ["required-request-body-added", "requestBody", "narrows", "A required body is new"],
  ["request-body-removed", "requestBody", "narrows", "The body is gone", { response: "breaking" }],
  ["request-body-became-required", "requestBody", "narrows", "The optional body is required"],
  ["request-body-became-optional", "requestBody", "widens", "The required body is optional"],
  ["media-type-added", "mediaTypes", "widens", "A media type is new", { response: "safe" }],
  ["media-type-removed", "mediaTypes", "narrows", "A media type is gone", { response: "breaking" }],
  ["encoding-narrowed", "mediaTypes", "narrows", "A property of a form may be written in fewer ways"],
  ["encoding-widened", "mediaTypes", "widens", "A property of a form may be written in more ways"],
  ["encoding-changed", "mediaTypes", "changes", "A property of a form is written in another way"],
  // answers
  ["response-added", "responses", "widens", "An answer of a status that was not stated is new", { response: "safe" }],
  ["response-removed", "responses", "narrows", "An answer of a status is no longer stated"],
  ["response-body-added", "responses", "widens", "An answer that had no content has some", { response: "safe" }],
  ["response-body-removed", "responses", "narrows", "An answer has no content any more", { response: "breaking" }],
  ["header-added", "headers", "widens", "A header is new", { request: "safe", response: "safe" }],
  ["required-header-added", "headers", "narrows", "A required header is new"],
  ["header-removed", "headers", "narrows", "A header is gone", { request: "warning" }],
  ["header-became-required", "headers", "narrows", "An optional header is always sent"],
  ["header-became-optional", "headers", "widens", "A required header may be missing"],
  ["header-serialization-changed", "headers", "changes", "A header is written in another way"],
  // schemas
  ["type-changed", "schema", "changes", "The type is another one"],
  ["type-narrowed", "schema", "narrows", "Fewer types are allowed"],
  ["type-widened", "schema", "widens", "More types are allowed"],
  ["null-refused", "schema", "narrows", "Null is no longer allowed"],
  ["null-allowed", "schema", "widens", "Null is allowed"],
  ["enum-added", "schema", "narrows", "Only listed values are allowed"],
  ["enum-removed", "schema", "widens", "All values are allowed where only listed ones were"],
  ["enum-replaced", "schema", "changes", "None of the listed values is left"],
  ["enum-value-added", "schema", "widens", "A value is new in a list", { response: "warning" }],
  ["enum-value-removed", "schema", "narrows", "A value is gone from a list"],
  ["multiple-of-narrowed", "schema", "narrows", "`multipleOf` allows fewer numbers"],
  ["multiple-of-widened", "schema", "widens", "`multipleOf` allows more numbers"],
  ["multiple-of-changed", "schema", "changes", "`multipleOf` allows other numbers"],
  ["pattern-added", "schema", "narrows", "A pattern is new"],
  ["pattern-removed", "schema", "widens", "A pattern is gone"],
  ["pattern-changed", "schema", "undecided", "A pattern is another one"],
  ["format-added", "schema", "narrows", "A format is set", { request: "warning", response: "warning" }],
  ["format-changed", "schema", "changes", "A format is another one", { request: "warning", response: "warning" }],
  ["format-removed", "schema", "widens", "A format is gone", { response: "warning" }],
  ["content-added", "schema", "narrows", "Text is encoded", { request: "warning", response: "warning" }],
  [
    "content-changed",
    "schema",
    "changes",
    "Text is encoded in another way",
    { request: "warning", response: "warning" },
  ],
  ["content-removed", "schema", "widens", "Text is no longer encoded", { response: "warning" }],
  ["unique-items-set", "schema", "narrows", "Items have to differ"],
  ["unique-items-unset", "schema", "widens", "Items may be equal"],
  ["contains-narrowed", "schema", "narrows", "`contains` refuses more arrays"],
  ["contains-widened", "schema", "widens", "`contains` refuses fewer arrays"],
  ["contains-changed", "schema", "undecided", "`contains` is another one"],
  ["property-added", "schema", "widens", "A property is new", { request: "safe", response: "safe" }],
  ["property-added-to-closed", "schema", "widens", "A property is new in an object that allowed no others"],
  ["property-removed", "schema", "narrows", "A property is no longer declared", { request: "warning" }],
  ["property-removed-from-closed", "schema", "narrows", "A property is gone from an object that allows no others"],
  [
    "required-property-removed",
    "schema",
    "widens",
    "A required property is no longer declared",
    { request: "warning" },
  ],
  ["required-property-added", "schema", "narrows", "A required property is new"],
  ["property-became-required", "schema", "narrows", "An optional property is required"],
  ["property-became-optional", "schema", "widens", "A required property is optional"],
  ["additional-properties-refused", "schema", "narrows", "No other properties are allowed than the declared ones"],
  ["additional-properties-allowed", "schema", "widens", "Other properties are allowed than the declared ones"],
  ["additional-properties-narrowed", "schema", "narrows", "Properties that are not declared have to fit a schema"],
  ["additional-properties-widened", "schema", "widens", "Properties that are not declared may be anything"],
  ["pattern-properties-narrowed", "schema", "narrows", "`patternProperties` refuses more objects"],
  ["pattern-properties-widened", "schema", "widens", "`patternProperties` refuses fewer objects"],
  ["property-names-narrowed", "schema", "narrows", "Fewer names of properties are allowed"],
  ["property-names-widened", "schema", "widens", "More names of properties are allowed"],
  ["property-names-changed", "schema", "changes", "Other names of properties are allowed"],
  ["dependent-required-narrowed", "schema", "narrows", "A property requires another one"],
  ["dependent-required-widened", "schema", "widens", "A property requires another one no longer"],
  ["branch-added", "schema", "widens", "An alternative is new", { response: "warning" }],
  ["branch-removed", "schema", "narrows", "An alternative is gone"],
  [
    "branch-overlaps",
    "schema",
    "narrows",
    "A new alternative of `oneOf` allows values of another one, which are refused now",
  ],
  ["overlap-removed", "schema", "widens", "An alternative of `oneOf` is gone, which others shared values with"],
  ["schema-narrowed", "schema", "narrows", "A schema allows fewer values"],
  ["schema-widened", "schema", "widens", "A schema allows more values"],
  ["schema-changed", "schema", "undecided", "A schema may allow other values"],
  ["condition-narrowed", "schema", "narrows", "`not`, `if`, `oneOf` or `dependentSchemas` refuses more values"],
  ["condition-widened", "schema", "widens", "`not`, `if`, `oneOf` or `dependentSchemas` refuses fewer values"],
  ["condition-changed", "schema", "undecided", "`not`, `if`, `oneOf`, `anyOf` or `dependentSchemas` is another one"],
  [
    "discriminator-changed",
    "schema",
    "changes",
    "A discriminator is another one",
    { request: "warning", response: "warning" },
  ],
  ["xml-changed", "schema", "changes", "A value is written in another way in XML"],
  ["default-added", "schema", "none", "A default is stated"],
  ["default-changed", "schema", "none", "A default is another one", { request: "warning" }],
  ["default-removed", "schema", "none", "A default is no longer stated", { request: "warning" }],
  // security
  ["credential-required", "security", "narrows", "A credential is needed where none was"],
  ["credential-not-required", "security", "widens", "No credential is needed any more"],
  ["security-alternative-removed", "security", "narrows", "A way to be let in is gone"],
  ["security-alternative-added", "security", "widens", "A way to be let in is new"],
  ["security-scheme-joined", "security", "narrows", "A further credential is needed at the same time"],
  ["security-scheme-parted", "security", "widens", "One credential less is needed"],
  ["security-scheme-changed", "security", "changes", "A credential travels in another way"],
  ["scope-added", "security", "narrows", "A further scope is needed"],
  ["scope-removed", "security", "widens", "A scope is no longer needed"],
  [
    "authorization-url-changed",
    "security",
    "changes",
    "An address of OAuth 2 or OpenID Connect is another one",
    { request: "warning" },
  ],
  // servers
  ["server-added", "servers", "widens", "A server is new"],
  ["server-removed", "servers", "narrows", "A server is gone"],
  ["server-variable-value-added", "servers", "widens", "A variable of a server takes a further value"],
  ["server-variable-value-removed", "servers", "narrows", "A variable of a server no longer takes a value"],
  [
    "server-variable-default-changed",
    "servers",
    "changes",
    "The default of a server's variable is another one",
    { request: "warning" },
  ],
  // documentation
  ["operation-deprecated", "metadata", "none", "Something is deprecated"],
  ["operation-restored", "metadata", "none", "Something is no longer deprecated"],
  ["documentation-added", "metadata", "none", "Words for people are new"],
  ["documentation-changed", "metadata", "none", "Words for people are other ones"],
  ["documentation-removed", "metadata", "none", "Words for people are gone"],
  ["document-unread", "metadata", "undecided", "Something in a document cannot be understood, and is not compared"],
] as const;

const bounds = [
  ["minimum", "lower limit", "narrows"],
  ["maximum", "upper limit", "widens"],
  ["min-length", "least length", "narrows"],
  ["max-length", "greatest length", "widens"],
  ["min-items", "least number of items", "narrows"],
  ["max-items", "greatest number of items", "widens"],
  ["min-properties", "least number of properties", "narrows"],
  ["max-properties", "greatest number of properties", "widens"],
] as const;

export type BoundName = (typeof bounds)[number][0];
type BoundEdit = "added" | "removed" | "raised" | "lowered";
export type RuleId = (typeof rows)[number][0] | `${BoundName}-${BoundEdit}`;

/** Every kind of change on the wire. Each has a page, `docs/changes/<rule>.md`. */
export const changeRules: Readonly<Record<RuleId, Rule>> = Object.fromEntries([
  ...rows.map(([id, area, effect, title, classes]) => [id, { area, effect, title, ...(classes && { classes }) }]),
  ...bounds.flatMap(([name, words, raised]) => boundRules(name, words, raised)),
  // The rows have every id of the type, which is made from them.
]) as Record<RuleId, Rule>;

/** The class of a change, by the question that its direction asks (docs/changes.md). */
export function classOf(id: RuleId, direction: ChangeDirection): ChangeClass {
  const { effect, classes } = changeRules[id];
  const stated = direction === "none" ? undefined : classes?.[direction];
  if (stated !== undefined) return stated;
  if (effect === "none") return "safe";
  if (effect === "undecided") return "unknown";
  const breaks = direction === "response" ? "widens" : "narrows";
  return effect === "changes" || effect === breaks ? "breaking" : "safe";
}

function boundRules(name: BoundName, words: string, raised: "narrows" | "widens"): readonly [string, Rule][] {
  const lowered = raised === "narrows" ? "widens" : "narrows";
  const bound = `${/^[aeiou]/.test(words) ? "An" : "A"} ${words}`;
  return [
    [`${name}-added`, { area: "schema", effect: "narrows", title: `${bound} is set` }],
    [`${name}-removed`, { area: "schema", effect: "widens", title: `${bound} is gone` }],
    [`${name}-raised`, { area: "schema", effect: raised, title: `${bound} is raised` }],
    [`${name}-lowered`, { area: "schema", effect: lowered, title: `${bound} is lowered` }],
  ];
}
