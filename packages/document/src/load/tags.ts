import type { DocumentDirective } from "js-yaml";

/** What `!!` stands for. */
const core = "tag:yaml.org,2002:";

/** The names of tags that are no scalar's, or make one text (YAML 1.2.2, chapter 10; YAML 1.1 for the merge key). */
export const stringTag: string = `${core}str`;
export const sequenceTag: string = `${core}seq`;
export const mappingTag: string = `${core}map`;
export const mergeTag: string = `${core}merge`;

/** The full names of the tags of one document (YAML 1.2.2, section 6.9.1). */
export class Tags {
  /** What `%TAG` directives put in place of a handle. */
  private readonly prefixes: ReadonlyMap<string, string>;

  constructor(directives: readonly DocumentDirective[]) {
    const prefixes = new Map([["!!", core]]);
    for (const directive of directives) {
      if (directive.kind === "tag") prefixes.set(directive.handle, directive.prefix);
    }
    this.prefixes = prefixes;
  }

  /**
   * The name that a tag stands for, `tag:yaml.org,2002:str` for `!!str`. `!` stands for itself: it says that the value is text, or what it looks like.
   *
   * @param written - with its exclamation mark
   */
  nameOf(written: string): string {
    if (written === "!") return written;
    if (written.startsWith("!<")) return decode(written.slice(2, -1));
    const handle = written.slice(0, Math.max(0, written.indexOf("!", 1)) + 1);
    return (this.prefixes.get(handle) ?? handle) + decode(written.slice(handle.length));
  }
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
