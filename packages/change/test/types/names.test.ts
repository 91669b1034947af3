import { each } from "./cases.js";
import { answering, type Content, operation, pet, ref, text } from "./editions.js";

const named = (path: string, operationId: string, parameter: string): Content => ({
  ...operation({ operationId, parameters: [{ name: parameter, in: "path", required: true, schema: text }] }, path),
});

each("names", [
  {
    name: "of an operation",
    old: operation({ operationId: "getPets" }),
    new: operation({ operationId: "listPets" }),
    forth: ["breaking function-renamed: getPets() is now called listPets()"],
    back: ["breaking function-renamed: listPets() is now called getPets()"],
  },
  {
    name: "of a path parameter",
    old: named("/pets/{id}", "getPet", "id"),
    new: named("/pets/{pet_id}", "getPet", "pet_id"),
    forth: ["breaking input-renamed: getPet(): input.path.id is now called pet_id"],
    back: ["breaking input-renamed: getPet(): input.path.pet_id is now called id"],
  },
  {
    name: "of a schema",
    old: answering(ref("Pet"), { Pet: pet }),
    new: answering(ref("Animal"), { Animal: pet }),
    forth: ["breaking export-renamed: Pet is now called Animal"],
    back: ["breaking export-renamed: Animal is now called Pet"],
  },
  {
    name: "of a schema that no operation mentions",
    old: { ...operation(), components: { schemas: { Pet: pet } } },
    new: { ...operation(), components: { schemas: { Animal: pet } } },
    forth: ["breaking export-renamed: Pet is now called Animal"],
    back: ["breaking export-renamed: Animal is now called Pet"],
  },
  {
    name: "of an operation that is gone",
    old: { paths: { ...Object(operation()).paths, ...Object(named("/pets/{id}", "getPet", "id")).paths } },
    new: operation(),
    forth: ["breaking function-removed: getPet() is gone: nothing sends GET /pets/{id} any more"],
    back: ["safe function-added: getPet() is new: it sends GET /pets/{id}"],
  },
  {
    name: "of a tag",
    old: operation({ tags: ["Pets"] }),
    new: operation({ tags: ["Animals"] }),
    forth: ["breaking subpath-removed: shop/pets can no longer be imported"],
    back: ["breaking subpath-removed: shop/animals can no longer be imported"],
  },
]);
