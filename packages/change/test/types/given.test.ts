import { each } from "./cases.js";
import { object, operation, taking, text, whole } from "./editions.js";

each("what is given", [
  {
    name: "a property that is gone, or new",
    old: taking(object({ name: text, tag: text })),
    new: taking(object({ name: text })),
    forth: ["breaking input-removed: createPet(): input.body.tag is no longer taken"],
    back: [],
  },
  {
    name: "a property that is required",
    old: taking(object({ name: text })),
    new: taking(object({ name: text }, ["name"])),
    forth: ["breaking input-required: createPet(): input.body.name is required now"],
    back: [],
  },
  {
    name: "a property that is new and required",
    old: taking(object({ name: text })),
    new: taking(object({ name: text, age: whole }, ["age"])),
    forth: ["breaking input-required: createPet(): input.body.age is new and required"],
    back: ["breaking input-removed: createPet(): input.body.age is no longer taken"],
  },
  {
    name: "a type, deep inside",
    old: taking(object({ tags: { type: "array", items: object({ key: { type: ["string", "null"] } }) } })),
    new: taking(object({ tags: { type: "array", items: object({ key: whole }) } })),
    forth: ["breaking input-narrowed: createPet(): input.body.tags[].key no longer takes null or a string"],
    back: ["breaking input-narrowed: createPet(): input.body.tags[].key no longer takes a number"],
  },
  {
    name: "values of a list",
    old: taking(object({ kind: { enum: ["cat", "dog", "bird"] } })),
    new: taking(object({ kind: { enum: ["cat", "fish"] } })),
    forth: ['breaking input-narrowed: createPet(): input.body.kind no longer takes "dog" or "bird"'],
    back: ['breaking input-narrowed: createPet(): input.body.kind no longer takes "fish"'],
  },
  {
    name: "a parameter",
    old: operation({ parameters: [{ name: "limit", in: "query", schema: { type: ["integer", "string"] } }] }),
    new: operation({ parameters: [{ name: "limit", in: "query", required: true, schema: whole }] }),
    forth: [
      "breaking input-required: getPets(): input.query.limit is required now",
      "breaking input-narrowed: getPets(): input.query.limit no longer takes a string",
    ],
    back: [],
  },
]);

each("a function that takes nothing", [
  {
    name: "and then parameters",
    old: operation(),
    new: operation({
      parameters: [
        { name: "limit", in: "query", required: true, schema: whole },
        { name: "q", in: "query", schema: text },
      ],
    }),
    forth: ["breaking input-required: getPets(): input.query.limit is new and required"],
    back: [
      "breaking export-removed: GetPetsInput is gone",
      "breaking input-removed: getPets(): input.query.limit is no longer taken",
      "breaking input-removed: getPets(): input.query.q is no longer taken",
    ],
  },
]);
