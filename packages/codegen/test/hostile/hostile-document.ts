import { type AskText, ask, docsOf, serverOf } from "./places/asked.js";
import { components } from "./places/components.js";
import { info } from "./places/info.js";
import { paths } from "./places/paths.js";

/** A document with a text in every place where OpenAPI has one. */
export function hostileDocument(version: "3.0" | "3.1", text: AskText): object {
  const newer = version === "3.1";
  const at = ask(text, newer);
  return {
    openapi: newer ? "3.1.0" : "3.0.3",
    ...(newer && { jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" }),
    info: info(at),
    externalDocs: docsOf(at, "document"),
    servers: [
      serverOf(at, "document"),
      { url: "https://second.example", description: text("second server description", "Second.") },
    ],
    tags: [
      {
        name: text("tag name", "Kettles"),
        description: text("tag description", "About."),
        externalDocs: docsOf(at, "tag"),
      },
    ],
    security: [
      { [at.scheme.key]: [], [at.scheme.oauth]: [at.scope] },
      { [at.scheme.basic]: [] },
      { [at.scheme.openId]: [text("scope of a requirement", "all")] },
    ],
    paths: paths(at),
    ...(newer && {
      webhooks: {
        [text("webhook name", "boiled")]: {
          post: { operationId: text("webhook operationId", "onBoiled"), responses: {} },
        },
      },
    }),
    components: components(at),
    [`x-${text("name of an extension", "any")}`]: { any: text("value of an extension", "any") },
  };
}

/** The names of all places, each with what stands there in the harmless document. */
export function placesOf(version: "3.0" | "3.1"): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  hostileDocument(version, (place, harmless) => {
    places.set(place, harmless);
    return harmless;
  });
  return places;
}
