/** A copy of an object without a prototype: `constructor` and `__proto__` are in it only where they were given. */
export function dictionary<Value = string>(members?: object): Record<string, Value> {
  // A cast because nothing has no members that the compiler knows.
  return Object.assign(Object.create(null), members) as Record<string, Value>;
}
