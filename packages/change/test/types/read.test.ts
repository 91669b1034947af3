import { each } from "./cases.js";
import { answering, type Content, object, operation, pet, ref, shop, text, whole } from "./editions.js";

each("what is read", [
  {
    name: "an optional property that is gone",
    old: shop(pet),
    new: shop(object({ name: text }, ["name"])),
    forth: ["breaking result-removed: Pet.tag is gone"],
    back: [],
  },
  {
    name: "a property that may be absent",
    old: shop(pet),
    new: shop(object({ name: text, tag: text })),
    forth: ["breaking result-optional: Pet.name may be absent now"],
    back: [],
  },
  {
    name: "null",
    old: shop(object({ name: text })),
    new: shop(object({ name: { type: ["string", "null"] } })),
    forth: ["breaking result-widened: Pet.name may be null now"],
    back: [],
  },
  {
    name: "a value of a list",
    old: shop(object({ status: { enum: ["sold", "free"] } })),
    new: shop(object({ status: { enum: ["sold", "free", "archived"] } })),
    forth: [
      'warning result-value-added: Pet.status may be "archived" now: an exhaustive switch over it no longer compiles',
    ],
    back: [],
  },
  {
    name: "any text instead of a list",
    old: shop(object({ status: { const: "sold" } })),
    new: shop(object({ status: text })),
    forth: ["breaking result-widened: Pet.status may be a string now"],
    back: [],
  },
  {
    name: "a further schema of a union",
    old: answering(
      { oneOf: [ref("Cat"), ref("Dog")] },
      { Cat: object({ purrs: whole }, ["purrs"]), Dog: object({ barks: whole }, ["barks"]) },
    ),
    new: answering(
      { oneOf: [ref("Cat"), ref("Dog"), ref("Bird")] },
      {
        Cat: object({ purrs: whole }, ["purrs"]),
        Dog: object({ barks: whole }, ["barks"]),
        Bird: object({ sings: whole }, ["sings"]),
      },
    ),
    forth: ["warning result-branch-added: getPets(): result.data may be Bird now", "safe export-added: Bird is new"],
    back: ["breaking export-removed: Bird is gone"],
  },
]);

const answers = (...statuses: readonly string[]): Content => {
  const answer = { description: "Done.", content: { "application/json": { schema: object({ id: text }) } } };
  return operation({ responses: Object.fromEntries(statuses.map((status) => [status, answer])) });
};

each("statuses and headers", [
  {
    name: "a failure",
    old: answers("200", "404"),
    new: answers("200"),
    forth: [
      "breaking result-status-removed: getPets(): result.status is never 404 any more: a comparison with it no longer compiles",
    ],
    back: ["warning result-status-added: getPets(): result.status may be 404 now"],
  },
  {
    name: "a success that is read as the others",
    old: answers("200"),
    new: answers("200", "201"),
    forth: ["warning result-status-added: getPets(): result.status may be 201 now"],
    back: [
      "breaking result-status-removed: getPets(): result.status is never 201 any more: a comparison with it no longer compiles",
    ],
  },
  {
    name: "a success without a body",
    old: answers("200"),
    new: operation({
      responses: {
        "200": { description: "Done.", content: { "application/json": { schema: object({ id: text }) } } },
        "204": { description: "Nothing." },
      },
    }),
    forth: ["breaking result-status-added: getPets(): result.status may be 204 now, with result.data undefined"],
    back: [
      "breaking result-status-removed: getPets(): result.status is never 204 any more: a comparison with it no longer compiles",
    ],
  },
  {
    name: "a header",
    old: operation({
      responses: {
        "200": { description: "Done.", headers: { "X-Rate": { schema: whole }, "X-Id": { schema: text } } },
      },
    }),
    new: operation({ responses: { "200": { description: "Done.", headers: { "X-Id": { schema: text } } } } }),
    forth: ['breaking result-removed: getPets(): result.headers["X-Rate"] is gone'],
    back: [],
  },
  {
    name: "a media type",
    old: operation({
      responses: { "200": { description: "Done.", content: { "application/json": { schema: object({ id: text }) } } } },
    }),
    new: operation({
      responses: {
        "200": {
          description: "Done.",
          content: { "application/json": { schema: object({ id: text }) }, "text/csv": { schema: text } },
        },
      },
    }),
    forth: ["breaking result-widened: getPets(): result.data may be a string now"],
    back: ['breaking result-removed: getPets(): result.contentType is never "text/csv" any more'],
  },
]);
