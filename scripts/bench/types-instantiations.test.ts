import { expect, it } from "vitest";
import { countInstantiations, mostInstantiations } from "./types-instantiations.js";

it("costs a consumer's compiler few type instantiations to call a package", () => {
  for (const [, count] of countInstantiations()) expect(count).toBeLessThan(mostInstantiations);
});
