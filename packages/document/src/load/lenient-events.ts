import { type Event, type ParserOptions, parseEvents, YAMLException } from "js-yaml";

/** What js-yaml says of a line inside brackets or quotes that is indented no further than the block that they stand in. */
export const deficientIndentation = "deficient indentation";

/**
 * Reads a text as js-yaml's parser would if it took any indentation inside brackets and quotes, where it means nothing. Version 4 of js-yaml took
 * it with a warning; version 5 has no option for that. Its parser throws each fault through the public `YAMLException.throwAt`, which it looks
 * up each time, and after this one fault it is in a state from which it can read on. So the method is another one during this call, in which no other code
 * can run.
 *
 * @param tolerated - the offsets at which such lines begin are added to it
 * @throws YAMLException for any other fault
 */
export function parseLeniently(text: string, options: ParserOptions, tolerated: Set<number>): Event[] {
  const { throwAt } = YAMLException;
  const tolerate = (source: string, position: number, message: string, filename?: string): void => {
    if (message !== deficientIndentation) throwAt(source, position, message, filename);
    tolerated.add(position);
  };
  // Its type says that it never answers, and that is what changes.
  YAMLException.throwAt = tolerate as typeof throwAt;
  try {
    return parseEvents(text, options);
  } finally {
    YAMLException.throwAt = throwAt;
  }
}
