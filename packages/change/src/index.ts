export type { Change, ChangeArea, ChangeClass, ChangeDirection } from "./change/change.js";
