import type { MediaType, RequestBody } from "@facsimile/document";
import { type BodyType, requestBodyType, responseBodyType } from "./body-types.js";
import { alias, type Claim, compiles, fails, holds } from "./claim.js";
import type { TypeContext } from "./context.js";
import type { TypedInput } from "./typed-input.js";
import { type ValueClaims, valueClaims } from "./value-claims.js";

/** What may be given for the body of an operation, by media type. */
export function bodiesClaims(about: TypedInput): ValueClaims {
  const { context, operation, input, given } = about;
  const { requestBody } = operation;
  if (requestBody === undefined) return { claims: [], holes: [] };
  const parts = requestBody.content.map((mediaType) => bodyClaims(about, requestBody, mediaType));
  const { required, content, pointer } = requestBody;
  const meaning = required ? "requires it" : "does not require it";
  const sentence = `${context.say(`${operation.id}, body`, meaning, pointer)}, and the package says otherwise`;
  const requiredness = `Same<"body" extends RequiredKeys<${input}> ? true : false, ${required}>`;
  return {
    // With several media types the input is a union, in which each but the first has to be named, and then has a body.
    claims: [
      ...(content.length === 1 ? [holds(requiredness, sentence, { given })] : []),
      ...parts.flatMap(({ claims }) => claims),
    ],
    holes: parts.flatMap(({ holes }) => holes),
  };
}

function bodyClaims(
  { context, operation, input, given }: TypedInput,
  body: RequestBody,
  mediaType: MediaType,
): ValueClaims {
  const isOnly = body.content.length === 1;
  const from = isOnly ? input : `Extract<${input}, { contentType?: ${JSON.stringify(mediaType.name)} }>`;
  const subject = isOnly ? `${operation.id}, body` : `${operation.id}, body in ${mediaType.name}`;
  return contentClaims(context, { subject, type: `Property<${from}, "body">`, mediaType, direction: "request", given });
}

/** A body, and what it has to be the type of. */
export interface TypedBody {
  readonly subject: string;
  /** In TypeScript. */
  readonly type: string;
  readonly mediaType: MediaType;
  readonly direction: "request" | "response";
  readonly given: readonly Claim[];
}

export function contentClaims(context: TypeContext, body: TypedBody): ValueClaims {
  const { subject, type, mediaType, direction, given } = body;
  const { schema } = mediaType;
  const kind = direction === "request" ? requestBodyType(mediaType) : responseBodyType(mediaType);
  const whole = wholeClaims(context, body, kind);
  if (!kind.isTyped || schema === undefined) return { claims: whole, holes: [] };
  const { takesBytes, inPlace } = kind;
  // A component of which bytes are a part is another type in a form than elsewhere.
  const isWhole = takesBytes([""]);
  const values = inPlace === undefined ? type : `Exclude<${type}, ${inPlace}>`;
  const place = { subject, type: values, pointer: schema.pointer, direction, isWhole, takesBytes, given };
  const { claims, holes } = valueClaims(context, place);
  return { claims: [...whole, ...claims], holes };
}

function wholeClaims(context: TypeContext, body: TypedBody, { fitting, unfitting }: BodyType): readonly Claim[] {
  const { subject, type, mediaType, given } = body;
  if (fitting.length === 0) return [];
  const name = context.newName();
  const sentence = (meaning: string): string => context.say(subject, meaning, mediaType.pointer);
  const named = alias(name, type, `${sentence("describes it")}, and the package has no type for it`, { given });
  const claim = (value: string, isFitting: boolean): Claim => {
    const statement = `const v: ${name} = ${value};`;
    return isFitting
      ? compiles(statement, `${sentence(`allows ${value}`)}, and the package's type refuses it`, { given: [named] })
      : fails(statement, `${sentence(`does not allow ${value}`)}, and the package's type allows it`, {
          given: [named],
        });
  };
  return [named, ...fitting.map((value) => claim(value, true)), ...unfitting.map((value) => claim(value, false))];
}
