import type { JsonObject, Operation, SchemaUse } from "@facsimile/document";
import type { Thing } from "../things/thing.js";
import { answerShape, bodyShape, type Shape } from "./shape.js";

/** How operations show things, and what bodies say of them: each is found once, for a list has many things. */
export interface Shapes {
  answer(operation: Operation, thing: Thing): Shape;
  /** What all bodies say of a thing. */
  bodies(thing: Thing): SchemaUse;
}

export function shapesOf(document: JsonObject): Shapes {
  const answers = new Map<Operation, Map<Thing, Shape>>();
  const uses = new Map<Thing, SchemaUse>();
  const shapes: Shapes = {
    answer(operation, thing) {
      const known = answers.get(operation) ?? new Map<Thing, Shape>();
      const shape = known.get(thing) ?? answerShape(document, operation, thing);
      answers.set(operation, known.set(thing, shape));
      return shape;
    },
    bodies(thing) {
      const operations = [thing.create?.operation, ...thing.changes].flatMap((one) => one ?? []);
      const use =
        uses.get(thing) ?? operations.flatMap((one) => bodyShape(document, one, shapes.answer(one, thing)).use);
      uses.set(thing, use);
      return use;
    },
  };
  return shapes;
}
