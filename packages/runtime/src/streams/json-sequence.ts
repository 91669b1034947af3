import { readJson } from "../response/json.js";
import type { SplitFault, StreamFormat } from "./format.js";
import { TextPieces } from "./text-pieces.js";

/** RFC 7464, 2.2. */
const separator = "\x1e";

/** JSON values with a separator before and a line feed behind each (RFC 7464). A value may have several lines. */
export const jsonSequence: StreamFormat = {
  split: (found, most) => {
    const value = new TextPieces();
    /** The length at which what there is was no value yet: it is tried again at twice of it, so that time stays linear. */
    let tried = 0;
    const take = (isLast: boolean): SplitFault | undefined => {
      const text = value.take();
      const data = text.trim();
      tried = 0;
      if (!data) return undefined;
      // A number or a word may be the beginning of another where nothing ends it (RFC 7464, 2.4).
      if (!/["}\]]$/.test(data) && !text.endsWith("\n")) return "half";
      if (isLast && !("value" in readJson(data))) return "half";
      found({ data });
      return undefined;
    };
    /** Hands a value over whose line has ended, and does not wait for the next one. */
    const takeEarly = (): void => {
      if (value.length < 2 * tried) return;
      tried = value.length;
      const text = value.take();
      if ("value" in readJson(text)) found({ data: text.trim() });
      else value.add(text);
    };
    return {
      push(text) {
        const [first = "", ...others] = text.split(separator);
        value.add(first);
        for (const next of others) {
          if (value.length > most) return "large";
          const fault = take(false);
          if (fault) return fault;
          value.add(next);
        }
        if (value.length > most) return "large";
        if (text.endsWith("\n")) takeEarly();
        return undefined;
      },
      end: () => take(true),
    };
  },
  itemOf: (_, data) => data,
};
