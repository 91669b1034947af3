import { list, map, type Shape, text } from "./shape.js";

/** The scopes that a security requirement asks for. */
export const scopes: Shape = list(text);

/** Security schemes by name, all of which have to be met. */
export const securityRequirement: Shape = map(scopes);

/** Alternatives, of which one has to be met. */
export const securityRequirements: Shape = list(securityRequirement);
