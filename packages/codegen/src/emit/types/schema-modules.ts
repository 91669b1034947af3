import { type Api, kebabCase } from "@facsimile/document";
import type { Form } from "./forms.js";
import type { Reached } from "./reach.js";

/** Where the types of the component schemas are declared. */
export interface SchemaModules {
  moduleOf(form: Form): string;
  /** The modules with the types that the operations of a group mention, themselves or through others. */
  modulesOf(group: string): readonly string[];
}

/**
 * A schema lives in one module with those that the same groups of operations mention. Who imports a group thus loads the schemas that it mentions,
 * and no other. The module is named for the group where there is only one, else for its first schema.
 */
export function schemaModules(
  { groups }: Api,
  forms: readonly Form[],
  reachedFrom: (group: string) => ReadonlyMap<string, Reached>,
): SchemaModules {
  const users = usersOf(groups, forms, reachedFrom);
  const taken = new Set(groups.map(({ name }) => name));
  const modules = new Map<string, string>();
  for (const form of forms) {
    const key = signatureOf(users.get(form));
    if (!modules.has(key)) modules.set(key, nameOf(users.get(form) ?? [], form, taken));
  }
  const moduleOf = (form: Form): string => modules.get(signatureOf(users.get(form))) ?? "";
  const byGroup = new Map<string, Set<string>>(groups.map(({ name }) => [name, new Set<string>()]));
  for (const form of forms) for (const group of users.get(form) ?? []) byGroup.get(group)?.add(moduleOf(form));
  return { moduleOf, modulesOf: (group) => [...(byGroup.get(group) ?? [])].sort() };
}

/** The groups that mention each declaration. */
function usersOf(
  groups: Api["groups"],
  forms: readonly Form[],
  reachedFrom: (group: string) => ReadonlyMap<string, Reached>,
): ReadonlyMap<Form, readonly string[]> {
  const users = new Map(forms.map((form): [Form, string[]] => [form, []]));
  const own = new Map(forms.map((form) => [`${form.isForRequests} ${form.component}`, form]));
  for (const { name } of groups) {
    const found = new Set<Form>();
    for (const { component, direction } of reachedFrom(name).values()) {
      const request = direction === "request" ? own.get(`true ${component}`) : undefined;
      const form = request ?? own.get(`false ${component}`);
      if (form !== undefined) found.add(form);
    }
    for (const form of found) users.get(form)?.push(name);
  }
  return users;
}

function signatureOf(groups: readonly string[] = []): string {
  return groups.join("\n");
}

function nameOf(groups: readonly string[], first: Form, taken: Set<string>): string {
  const [only, ...more] = groups;
  if (only !== undefined && more.length === 0) return moduleNamed(only);
  const wanted = only === undefined ? "unused" : `shared-${kebabCase(first.component) || "schemas"}`.slice(0, 100);
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return moduleNamed(name);
}

function moduleNamed(name: string): string {
  return `./schemas/${name}.js`;
}
