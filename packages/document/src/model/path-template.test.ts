import { expect, it } from "vitest";
import { pathShape } from "../index.js";

it.each([
  ["/journals/{id}", "/journals/{number}"],
  ["/tiles/{zoom}/{x}.{y}", "/tiles/{z}/{column}.{row}"],
  ["GET /users/{}", "GET /users/{id}"],
])("%s and %s are one path but for names", (one, other) => {
  expect(pathShape(one)).toBe(pathShape(other));
});

it.each([
  ["/journals/{id}", "/journals/{id}/"],
  ["/journals/{id}", "/journals/{id}.json"],
  ["/tiles/{x}.{y}", "/tiles/{x},{y}"],
  ["/a{{id}}", "/a{id}"],
])("%s and %s are two", (one, other) => {
  expect(pathShape(one)).not.toBe(pathShape(other));
});
