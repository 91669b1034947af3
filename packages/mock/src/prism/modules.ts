import { createRequire } from "node:module";
import type * as Operations from "@stoplight/prism-cli/dist/operations.js";
import type * as Http from "@stoplight/prism-http";
import type * as Deserializers from "@stoplight/prism-http/dist/validator/deserializers/index.js";
import type * as Delimited from "@stoplight/prism-http/dist/validator/deserializers/style/delimited.js";
import type * as Utils from "@stoplight/prism-http/dist/validator/validators/utils.js";
import type * as Preferences from "@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js";
import type * as Serializer from "@stoplight/prism-http-server/dist/serialize.js";
import { mendCompiling } from "./compile-once.js";
import { mendDeserializers } from "./deserializers.js";
import { findValidators } from "./find-validators.js";
import { mendFormLists, mendMultipart } from "./form-lists.js";
import { whileLater } from "./load-later.js";
import { mendPatterns } from "./patterns.js";
import { quietSampler } from "./quiet-sampler.js";

/** The pieces of Prism that a mock is made of. */
export interface PrismModules {
  readonly createInstance: typeof Http.createInstance;
  readonly ProblemJsonError: typeof Http.ProblemJsonError;
  readonly route: Http.PrismHttpComponents["route"];
  readonly mock: Http.PrismHttpComponents["mock"];
  readonly validateInput: Http.PrismHttpComponents["validateInput"];
  readonly validateOutput: Http.PrismHttpComponents["validateOutput"];
  readonly getHttpConfigFromRequest: typeof Preferences.getHttpConfigFromRequest;
  readonly serialize: typeof Serializer.serialize;
  readonly getHttpOperationsFromSpec: typeof Operations.getHttpOperationsFromSpec;
}

let loaded: PrismModules | undefined;

/** Loads Prism when it is first needed, because that takes more than a second. */
export function prismModules(): PrismModules {
  loaded ??= load();
  return loaded;
}

function load(): PrismModules {
  const require = createRequire(import.meta.url);
  // Its names and words of forty languages take a second to load, and are for `Prefer: dynamic=true` alone.
  const inside = createRequire(require.resolve("@stoplight/prism-http"));
  const http = whileLater<typeof Http>(inside, "@faker-js/faker", () => require("@stoplight/prism-http"));
  const router: { default: Http.PrismHttpComponents["route"] } = require("@stoplight/prism-http/dist/router/index.js");
  const mocker: { default: Http.PrismHttpComponents["mock"] } = require("@stoplight/prism-http/dist/mocker/index.js");
  const { validateInput, validateOutput }: Pick<Http.PrismHttpComponents, "validateInput" | "validateOutput"> =
    require("@stoplight/prism-http/dist/validator/index.js");
  const {
    createDelimitedDeserializerStyle: createDelimited,
  }: typeof Delimited = require("@stoplight/prism-http/dist/validator/deserializers/style/delimited.js");
  const deserializers: typeof Deserializers = require("@stoplight/prism-http/dist/validator/deserializers/index.js");
  mendDeserializers({ all: deserializers, createDelimited });
  mendFormLists(deserializers);
  mendMultipart(inside("parse-multipart-data"));
  quietSampler(inside("@stoplight/json-schema-sampler"));
  const utils: typeof Utils = require("@stoplight/prism-http/dist/validator/validators/utils.js");
  const validators = findValidators(utils.validateAgainstSchema);
  mendPatterns(validators);
  mendCompiling(validators);
  const preferences: typeof Preferences = require("@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js");
  const serializer: typeof Serializer = require("@stoplight/prism-http-server/dist/serialize.js");
  const operations: typeof Operations = require("@stoplight/prism-cli/dist/operations.js");
  return {
    createInstance: http.createInstance,
    ProblemJsonError: http.ProblemJsonError,
    route: router.default,
    mock: mocker.default,
    validateInput,
    validateOutput,
    getHttpConfigFromRequest: preferences.getHttpConfigFromRequest,
    serialize: serializer.serialize,
    getHttpOperationsFromSpec: operations.getHttpOperationsFromSpec,
  };
}
