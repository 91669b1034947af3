/**
 * A text for a place of a document where OpenAPI has one. It is asked for each by the name of its place and what would stand there; a name that other places
 * refer to is asked for once.
 */
export type AskText = (place: string, harmless: string) => string;

export type Fields = { readonly [name: string]: unknown };

/** What the parts of a document ask for their texts, and the names that several of them have. */
export interface Asked {
  readonly text: AskText;
  /** Whether it is a document of OpenAPI 3.1. */
  readonly newer: boolean;
  readonly names: { readonly schema: string; readonly parent: string; readonly property: string };
  readonly scheme: { readonly key: string; readonly oauth: string; readonly basic: string; readonly openId: string };
  readonly scope: string;
}

export function ask(text: AskText, newer: boolean): Asked {
  return {
    text,
    newer,
    names: {
      schema: text("schema name", "Kettle"),
      parent: text("name of a second schema", "Appliance"),
      property: text("property name", "colour"),
    },
    scope: text("scope name", "read"),
    scheme: {
      key: text("name of a key", "key"),
      oauth: text("name of an OAuth scheme", "login"),
      basic: text("name of a basic scheme", "basic"),
      openId: text("name of an OpenID scheme", "openId"),
    },
  };
}

export function docsOf(at: Asked, of: string): Fields {
  return {
    url: at.text(`URL of the docs of the ${of}`, "https://docs.example"),
    description: at.text(`text of the docs of the ${of}`, "More."),
  };
}

export function serverOf(at: Asked, of: string): Fields {
  const { text } = at;
  const variable = text(`name of a server variable of the ${of}`, `${of}Region`);
  const value = text(`server variable of the ${of}, default`, "eu");
  return {
    url: `https://{${variable}}.${of}.example/${text(`server URL of the ${of}`, "v1")}`,
    description: text(`server description of the ${of}`, "The server."),
    variables: {
      [variable]: {
        default: value,
        enum: [value, text(`server variable of the ${of}, value`, "us")],
        description: text(`server variable of the ${of}, description`, "Where."),
      },
    },
  };
}

export function referenceTo(name: string): Fields {
  return { $ref: `#/components/schemas/${pointerPart(name)}` };
}

/** A name in the JSON pointer of a URI fragment (RFC 6901, 6). */
export function pointerPart(name: string): string {
  return encodeURIComponent(
    name
      .replaceAll("~", "~0")
      .replaceAll("/", "~1")
      .replace(/\p{Cs}/gu, "\ufffd"),
  );
}
