import { fileName } from "@facsimile/document";
import { unusedModule } from "../module-paths.js";
import { type Form, formFor } from "./forms.js";
import type { Reached } from "./reach.js";

/** Where the types of the component schemas are declared. */
export interface SchemaModules {
  moduleOf(form: Form): string;
  /** The modules with the types that the operations of a group mention, themselves or through others. */
  modulesOf(group: string): readonly string[];
}

/**
 * A schema lives in one module with those that the same groups of operations mention. Who imports a group thus loads the schemas that it mentions,
 * and no other. The module is named for the group where there is only one, else for its first schema. What no operation mentions is in one of its own.
 */
export function schemaModules(
  groups: readonly string[],
  forms: ReadonlyMap<string, Form>,
  reachedFrom: (group: string) => ReadonlyMap<string, Reached>,
): SchemaModules {
  const users = usersOf(groups, forms, reachedFrom);
  const taken = new Set(groups);
  const named = new Map<string, string>();
  const modules = new Map<Form, string>();
  const byGroup = new Map(groups.map((name): [string, Set<string>] => [name, new Set()]));
  for (const [form, own] of users) {
    const key = own.join();
    const module = named.get(key) ?? nameOf(own, form, taken);
    named.set(key, module);
    modules.set(form, module);
    for (const group of own) byGroup.get(group)?.add(module);
  }
  return {
    moduleOf: (form) => modules.get(form) ?? "",
    modulesOf: (group) => [...(byGroup.get(group) ?? [])].sort(),
  };
}

/** The groups that mention each declaration. */
function usersOf(
  groups: readonly string[],
  forms: ReadonlyMap<string, Form>,
  reachedFrom: (group: string) => ReadonlyMap<string, Reached>,
): ReadonlyMap<Form, readonly string[]> {
  const users = new Map([...forms.values()].map((form): [Form, string[]] => [form, []]));
  for (const name of groups) {
    const found = new Set([...reachedFrom(name).values()].map((reached) => formFor(forms, reached)));
    for (const form of found) if (form !== undefined) users.get(form)?.push(name);
  }
  return users;
}

function nameOf(groups: readonly string[], first: Form, taken: Set<string>): string {
  const [only, ...more] = groups;
  if (only === undefined) return unusedModule;
  if (more.length === 0) return moduleNamed(only);
  const wanted = `shared-${fileName(first.component) || "schemas"}`;
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return moduleNamed(name);
}

function moduleNamed(name: string): string {
  return `./schemas/${name}.js`;
}
