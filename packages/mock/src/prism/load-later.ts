/**
 * Runs something while a module stands for itself: it is loaded when something of one of its exports is first read. Who asks for it afterwards gets it as
 * it is.
 *
 * @param require - finds the module as those do that load it meanwhile
 */
export function whileLater<Result>(require: NodeJS.Require, name: string, run: () => Result): Result {
  const file = require.resolve(name);
  if (require.cache[file] !== undefined) return run();
  const exports = new Proxy({}, { get: (_, key) => later(() => Reflect.get(Object(require(name)), key)) });
  // Node looks at nothing else of a module that is loaded already.
  require.cache[file] = { id: file, filename: file, loaded: true, exports } as NodeJS.Module;
  try {
    return run();
  } finally {
    delete require.cache[file];
  }
}

/** An object that is made when something of it is read. */
function later(make: () => unknown): object {
  let made: object | undefined;
  const get = (_: object, key: string | symbol): unknown => {
    made ??= Object(make());
    return Reflect.get(made ?? {}, key);
  };
  return new Proxy({}, { get });
}
