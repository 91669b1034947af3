import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * What is wrong with the comments of a built provider's package: code that has them, which every user would load for nothing, or declarations of
 * operations that have none, so that nothing is told on hover.
 *
 * @param home - the package's folder
 */
export function checkBuiltComments(home: string): readonly string[] {
  const dist = path.join(home, "dist");
  const hasComments = (file: string) => readFileSync(path.join(dist, file), "utf8").includes("/**");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
  const operations = files.filter((file) => file.endsWith(".d.ts") && file.includes("operations"));
  return [
    ...files.filter((file) => file.endsWith(".js") && hasComments(file)).map((file) => `${file} has comments`),
    ...operations.filter((file) => !hasComments(file)).map((file) => `${file} has no comments`),
    ...(operations.length === 0 ? ["no declarations of operations"] : []),
  ];
}
