/** A finding of any command, with the place that an editor opens. */
export interface PlacedFinding {
  /** Stable: the code of a diagnostic, the rule of a change, the id of a contract finding. */
  readonly code: string;
  /** `error`: the command fails for it. */
  readonly level: Level;
  /** One paragraph for a person. */
  readonly message: string;
  readonly place: FindingPlace;
}

/** What all the formats know. */
export type Level = "error" | "warning";

export interface FindingPlace {
  /** A path as the command was given it, or relative to the folder in which it runs; in reports about editions, what the report calls the edition. */
  readonly file: string;
  /** Both from 1. Undefined where the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
}

/** Reads `file:line:column` or `file:line`, which reports for people have. */
export function placeIn(text: string): FindingPlace {
  const [, file = text, line, column] = /^(.*?):(\d+)(?::(\d+))?$/s.exec(text) ?? [];
  if (line === undefined) return { file };
  return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
}
