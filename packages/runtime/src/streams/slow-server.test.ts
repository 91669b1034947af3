import { describe, expect, it } from "vitest";
import { TimeoutError } from "../errors/timeout.js";
import { dataOf, drain, open, pause, serveStream } from "../testing/stream.js";

describe("a server that is", () => {
  it("slow to begin is given up after firstItemTimeout", async () => {
    const { url, closed } = await serveStream(() => {});
    const { error } = await drain((await open(url, { firstItemTimeout: 50 })).data);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error?.message).toBe("getThing had a stream in which nothing came for longer than firstItemTimeout, 50 ms");
    await closed;
  });

  it("dead in the middle is given up after itemTimeout, though bytes without a line come", async () => {
    const { url, closed } = await serveStream(async (response) => {
      response.write("data: 1\n\n");
      for (let number = 0; number < 20; number++) {
        await pause(20);
        response.write("d");
      }
    });
    const { items, error } = await drain((await open(url, { itemTimeout: 80 })).data);
    expect(dataOf(items)).toEqual([1]);
    expect(error).toBeInstanceOf(TimeoutError);
    await closed;
  });

  it("alive, and says so by comments, is waited for", async () => {
    const { url } = await serveStream(async (response) => {
      for (let number = 0; number < 8; number++) {
        response.write(": here\n\n");
        await pause(25);
      }
      response.end("data: 1\n\n");
    });
    expect(dataOf((await drain((await open(url, { firstItemTimeout: 120 })).data)).items)).toEqual([1]);
  });

  it("waiting for an application that takes its time is not given up", async () => {
    const { url } = await serveStream(async (response) => {
      response.write("data: 1\n\n");
      await pause(120);
      response.end("data: 2\n\n");
    });
    let count = 0;
    for await (const _ of (await open(url, { itemTimeout: 60, firstItemTimeout: 60 })).data) {
      count++;
      if (count === 1) await pause(110);
    }
    expect(count).toBe(2);
  });
});
