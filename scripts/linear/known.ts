/** Expressions that take more than linear time over some text, and why no such text reaches them. */
export const known: ReadonlyMap<string, string> = new Map([
  [String.raw`/^([^/=]*)\/?([^=]*)=?(.*)$/`, "an argument of the command line"],
  [
    String.raw`/\/+$/`,
    "the URL that the client of a package is made with: engines without lookbehind read the runtime too",
  ],
  [
    String.raw`/[^/{}]*(\{[^{}]*\}[^/{}]*)+/g`,
    "the template of a path, which stands in the package: engines without lookbehind read the runtime too",
  ],
  [String.raw`/\/((?:document|codegen)\/(?:dist|src)\/[^\s():]+:\d+)/`, "a stack"],
  [String.raw`/[\\/]([a-z-]+[\\/](?:dist|src)[\\/][^\s():]+:\d+)/`, "the frames of a stack"],
  [String.raw`/authorization:\s*(\S+)\s*$/i`, "a line of at most 1,000 characters"],
  [String.raw`/\(value:(.*)\)/s`, "a text that ends in the parenthesis"],
  [String.raw`/\[[^\]]*\]/g`, "a pattern that the engine has taken: each class is closed"],
  [String.raw`/\*\*[^|*]+\*\*[^|]{0,200}\|/`, "200 characters from each name at most"],
  ["/=+$/", "base64 of tests"],
]);
