export {
  answerUse,
  itemsOf,
  jsonOf,
  type ListPlace,
  listPlace,
  propertiesOf,
  type ThingPlace,
  thingPlace,
} from "./answer-shape.js";
export { findThings } from "./find-things.js";
export { asId, type Id, idIn, idOfLocation } from "./identify.js";
export { type Filter, filtersOf, limitOf, type Paging, pagingOf } from "./list-parameters.js";
export { bareName, identifierNames, isGeneric, singular } from "./names.js";
export { keyOf } from "./path-key.js";
export { successOf } from "./success-of.js";
export { type Creation, type Identifier, showIdentifier, type Thing } from "./thing.js";
