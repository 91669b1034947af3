import { readJson } from "../response/json.js";
import type { StreamFormat } from "./format.js";
import { TextPieces } from "./text-pieces.js";

/**
 * JSON values on a line each: JSON Lines, NDJSON. Empty lines are no items. The last line need not be ended (jsonlines.org, 3); where it holds no
 * value, the stream was cut.
 */
export const jsonLines: StreamFormat = {
  split: (found, most) => {
    const line = new TextPieces();
    const take = (): void => {
      const data = line.take().trim();
      if (data) found({ data });
    };
    return {
      push(text) {
        let start = 0;
        for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", start)) {
          line.add(text.slice(start, at));
          if (line.length > most) return "large";
          take();
          start = at + 1;
        }
        line.add(text.slice(start));
        return line.length > most ? "large" : undefined;
      },
      end() {
        const data = line.take().trim();
        if (!data) return undefined;
        if (!("value" in readJson(data))) return "half";
        found({ data });
        return undefined;
      },
    };
  },
  itemOf: (_, data) => data,
};
