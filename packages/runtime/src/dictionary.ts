/** A copy of an object without a prototype: `constructor` and `__proto__` are in it only where they were given. */
export function dictionary<Value = string>(members?: object): Record<string, Value> {
  // A cast because the compiler takes what sets the prototype for a member.
  return { __proto__: null, ...members } as unknown as Record<string, Value>;
}
