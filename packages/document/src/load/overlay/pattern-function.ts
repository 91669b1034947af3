import { type FilterFunction, FunctionExpressionType, jsonpath } from "json-p3";
import { RE2JS } from "re2js";

/**
 * The functions `match` and `search` of JSONPath (RFC 9535, 2.4.6 and 2.4.7), which hold a text against an I-Regexp (RFC 9485), in linear time. What is no text, or no
 * such pattern, does not match.
 */
export function patternFunction(extent: "whole" | "part"): FilterFunction {
  const { ValueType, LogicalType } = FunctionExpressionType;
  const patterns = new Map<string, RE2JS | undefined>();
  return {
    argTypes: [ValueType, ValueType],
    returnType: LogicalType,
    call(text: unknown, source: unknown) {
      if (typeof text !== "string" || typeof source !== "string") return false;
      if (!patterns.has(source)) patterns.set(source, compile(source));
      const pattern = patterns.get(source);
      return pattern !== undefined && (extent === "whole" ? pattern.testExact(text) : pattern.test(text));
    },
  };
}

const checked = new jsonpath.functions.Match({ throwErrors: true, cacheSize: 0 });

function compile(source: string): RE2JS | undefined {
  try {
    // Throws where the pattern is none. An empty text takes no time.
    checked.call("", source);
    return RE2JS.compile(RE2JS.translateRegExp(withDots(source)));
  } catch {
    return undefined;
  }
}

/** A dot is no line end (RFC 9485, 5.3), which RE2 has for a line feed alone. */
function withDots(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]\\])*\]?|\./gs, (part) => (part === "." ? "[^\\n\\r]" : part));
}
