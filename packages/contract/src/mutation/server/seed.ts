import type { Operation } from "@facsimile/document";
import type { MutableJson, ServerMutant } from "../mutant.js";

type Change = (document: MutableJson) => void;

/** Makes the mutants of one operation. Each is made where a condition holds, so that lists of them read as tables. */
export type Seed = (
  holds: boolean,
  operator: string,
  subject: string,
  pointer: string,
  change: Change,
) => ServerMutant[];

export function seeder(operation: Operation): Seed {
  return (holds, operator, subject, pointer, change) =>
    holds
      ? [
          {
            family: "server",
            name: `${operation.id}: ${operator}${subject === "" ? "" : `, ${subject}`}`,
            operator,
            operation,
            pointer,
            change,
          },
        ]
      : [];
}
