export type { Change, ChangeArea, ChangeClass, ChangeDirection } from "./change/change.js";
export { changeRules, classOf, type Effect, type Rule, type RuleId } from "./change/rules.js";
export { compareWire, type WireOptions } from "./wire/compare.js";
