import type { Direction, Json } from "@facsimile/document";
import type { ChangeClass } from "../change/change.js";
import type { RuleId } from "../change/rules.js";

/** A change before it is known which operations it reaches. */
export interface Found {
  readonly rule: RuleId;
  readonly direction: Direction | "none";
  /** JSON pointers in the two documents. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly message: string;
  /** Where what stands around it decides otherwise than the rule alone. */
  readonly class?: ChangeClass;
  readonly example?: Json;
}
