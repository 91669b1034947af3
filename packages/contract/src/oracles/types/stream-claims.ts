import type { Stream, StreamItem } from "@facsimile/document";
import { alias, type Claim, holds } from "./claim.js";
import type { TypeContext } from "./context.js";
import { noBytes, type ValueClaims, valueClaims } from "./value-claims.js";

/** A stream that a package hands over, and what it has to be the type of. */
export interface TypedStream {
  readonly subject: string;
  /** In TypeScript. */
  readonly type: string;
  readonly pointer: string;
  readonly stream: Stream;
  readonly given: readonly Claim[];
}

/** That an iteration gives what the document says of items: of events, what is in their data, by their names. */
export function streamClaims(context: TypeContext, typed: TypedStream): ValueClaims {
  const { subject, type, pointer, stream, given } = typed;
  const item = context.newName();
  const sentence = `${context.say(subject, "gives it item by item", pointer)}, and the package has no type for an item`;
  const named = alias(item, `${type} extends AsyncIterable<infer Item> ? Item : never`, sentence, { given });
  const isSomething = holds(`Same<[${item}] extends [never] ? true : false, false>`, sentence, { given: [named] });
  const parts = stream.items.map((kind) => itemClaims(context, typed, item, kind, [named]));
  return {
    claims: [named, isSomething, ...parts.flatMap(({ claims }) => claims)],
    holes: parts.flatMap(({ holes }) => holes),
  };
}

function itemClaims(
  context: TypeContext,
  { subject, stream }: TypedStream,
  item: string,
  { events, content, schema }: StreamItem,
  given: readonly Claim[],
): ValueClaims {
  const names = events.map((name) => JSON.stringify(name)).join(" | ");
  const isUntold = events.length === 0 && stream.items.length > 1;
  // A schema that is put together from several stands nowhere.
  if (isUntold || schema?.pointer === "")
    return { claims: [], holes: [`${subject}: kinds of items that names do not tell apart`] };
  const one = names === "" ? item : `Extract<${item}, { event: ${names} }>`;
  const type = stream.format === "server-sent-events" ? `${one}["data"]` : one;
  const about = names === "" ? `${subject}, item` : `${subject}, item ${names}`;
  if (schema !== undefined) {
    const place = { subject: about, type, pointer: schema.pointer, direction: "response", isWhole: false } as const;
    return valueClaims(context, { ...place, takesBytes: noBytes, given });
  }
  if (content !== "text") return { claims: [], holes: [] };
  const sentence = `${context.say(about, "is text", "")}, and the package says otherwise`;
  return { claims: [holds(`Same<${type}, string>`, sentence, { given })], holes: [] };
}
