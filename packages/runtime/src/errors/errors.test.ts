import { describe, expect, it, vi } from "vitest";
import * as runtime from "../index.js";

const {
  AbortedError,
  ApiError,
  ConnectionError,
  CredentialsError,
  FacsimileError,
  InvalidRequestError,
  RedirectError,
  TimeoutError,
} = runtime;
const simple = [AbortedError, ConnectionError, CredentialsError, InvalidRequestError, RedirectError, TimeoutError];

/** The same modules a second time, as when two packages bring a copy each. */
async function otherCopy(): Promise<typeof runtime> {
  vi.resetModules();
  return import("../index.js");
}

describe("an error", () => {
  it.each(simple)("is told from the others: %o", (Class) => {
    const error = new Class("it failed", {
      operation: "getThing",
      method: "GET",
      url: "https://a.example",
      cause: "why",
    });
    expect(error.name).toBe(Class.name);
    expect(simple.filter((other) => error instanceof other)).toEqual([Class]);
    expect(error).toBeInstanceOf(FacsimileError);
    expect(error).toBeInstanceOf(Error);
    expect(error.stack).toMatch(new RegExp(`^${error.name}: it failed`));
    expect(error).toMatchObject({ operation: "getThing", method: "GET", url: "https://a.example", cause: "why" });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      operation: "getThing",
      method: "GET",
      url: "https://a.example",
    });
  });

  it("without a cause has none", () => {
    expect(new TimeoutError("it failed")).not.toHaveProperty("cause");
  });

  it("of another copy of this package is told just so", async () => {
    const other = await otherCopy();
    const error: unknown = new other.TimeoutError("it failed");
    expect(other.TimeoutError).not.toBe(TimeoutError);
    expect(error instanceof TimeoutError).toBe(true);
    expect(error instanceof FacsimileError).toBe(true);
    expect(error instanceof ConnectionError).toBe(false);
    expect(runtime.isTimeoutError(error)).toBe(true);
    expect(runtime.isConnectionError(error)).toBe(false);
  });

  it("is nothing else that exists", () => {
    for (const value of [undefined, null, 0, "", "TimeoutError", {}, new Error("TimeoutError"), Object.create(null)]) {
      expect(value instanceof TimeoutError).toBe(false);
      expect(value instanceof FacsimileError).toBe(false);
    }
  });

  it("may be extended by an application", () => {
    class Mine extends TimeoutError {}
    expect(new Mine("x")).toBeInstanceOf(TimeoutError);
    expect(new Mine("x")).toBeInstanceOf(Mine);
    expect(new TimeoutError("x")).not.toBeInstanceOf(Mine);
  });
});

describe("unwrap", () => {
  const response = {
    operation: "getThing",
    method: "GET",
    url: "https://a.example/thing",
    status: 404,
    statusText: "",
    headers: new Headers(),
    requestId: "r-1",
  };

  it("gives the data of a success, promised or not", async () => {
    const success = { ok: true, data: 1, response } as const;
    expect(await runtime.unwrap(success)).toBe(1);
    expect(await runtime.unwrap(Promise.resolve(success))).toBe(1);
  });

  it("throws an ApiError that says all about a failure", async () => {
    const failure = {
      ok: false,
      status: "4XX",
      statusCode: 404,
      error: { title: "no" },
      headers: { "X-Left": 3 },
      contentType: "application/json",
      response,
    } as const;
    const error = await runtime.unwrap(failure).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect(runtime.isApiError(error)).toBe(true);
    expect(error).toMatchObject({
      message: "getThing was answered with 404: GET https://a.example/thing: no",
      operation: "getThing",
      method: "GET",
      url: "https://a.example/thing",
      status: "4XX",
      statusCode: 404,
      headers: { "X-Left": 3 },
      data: { title: "no" },
      requestId: "r-1",
    });
  });

  it("throws what the call throws", async () => {
    const error = new TimeoutError("x");
    await expect(runtime.unwrap(Promise.reject(error))).rejects.toBe(error);
  });
});
