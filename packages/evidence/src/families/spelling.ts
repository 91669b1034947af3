/** `userUUID`, `X-Fields`, `permission_Name` as `user_uuid`, `x_fields`, `permission_name`: the rule of the family of generators. */
export function snakeCase(name: string): string {
  const words = name
    .replace(/(?<=[A-Z])(?=[A-Z][a-z][a-z])/g, "_")
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^\p{L}\p{N}]+/gu, "_");
  return bareName(words).toLowerCase();
}

/** `user_id`, `X-Fields` as `userId`, `xFields`. Capitals that are there stay. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `user_id`, `X-Fields` as `UserId`, `XFields`. Capitals that are there stay. */
export function pascalCase(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** A documented name without the underscores that generators put around words of the language: `_float`, `byte_`. */
export function bareName(name: string): string {
  return name.replace(/^_+|(?<!_)_+$/g, "");
}

/** The letters and digits of a name in lower case: what is left of it however it is spelled. */
export function squashed(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** The class that every SDK makes of a schema: `errorGeneric` is `ErrorGeneric`, and `4xxMessage`, which cannot be a name, `Model4xxMessage`. */
export function modelName(schema: string): string {
  const name = pascalCase(schema);
  return /^\d/.test(name) ? `Model${name}` : name;
}
