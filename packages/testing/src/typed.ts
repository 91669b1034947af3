import type { AnyClient } from "@facsimile/runtime";

/** A value of which any members may be left out. */
export type Partly<Value> = Value extends Blob
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Partly<Item>[]
    : Value extends object
      ? { readonly [Name in keyof Value]?: Partly<Value[Name]> | undefined }
      : Value;

/** The statuses that a result has: a range or `default` stands for any number. */
export type StatusOf<Result> = Result extends { readonly status: infer Status }
  ? Status extends number
    ? Status
    : Status extends "undocumented"
      ? never
      : number
  : number;

type BodyAt<Result, Status> = Result extends { readonly ok: true; readonly status: Status; readonly data: infer Data }
  ? Data
  : Result extends { readonly ok: false; readonly status: Status; readonly error: infer Body }
    ? Result extends { readonly status: "undocumented" }
      ? never
      : Body
    : never;

/** The body of the response for a status: its own, else that of a range or `default`. */
export type BodyOf<Result, Status> = [Result] extends [{ readonly status: unknown }]
  ? [BodyAt<Result, Status>] extends [never]
    ? BodyAt<Result, string>
    : BodyAt<Result, Status>
  : unknown;

/** The body of any success. */
export type DataIn<Result> = Result extends { readonly ok: true; readonly data: infer Data }
  ? Data
  : Result extends { readonly status: unknown }
    ? never
    : unknown;

/** What an operation is called with, of a function and of a method. */
export type InputOf<Operation> = Operation extends (first: infer First, ...rest: infer Rest) => unknown
  ? First extends AnyClient
    ? NonNullable<Rest extends readonly [(infer Second)?, ...unknown[]] ? Second : unknown>
    : NonNullable<First>
  : never;
