/** The packages of this family that a person installs when a command of theirs is wanted. */
interface Peers {
  readonly "@facsimile/change": typeof import("@facsimile/change");
  readonly "@facsimile/contract": typeof import("@facsimile/contract");
  readonly "@facsimile/mock": typeof import("@facsimile/mock");
  readonly "@facsimile/evidence": typeof import("@facsimile/evidence");
}

export type PeerName = keyof Peers;

/**
 * Loads a package that need not be installed.
 *
 * @param needed What is used of it: an older one may not have that yet.
 * @throws Error that says what to install, when the package is missing or too old.
 */
export async function loadPeer<Name extends PeerName, Key extends keyof Peers[Name]>(
  name: Name,
  needed: readonly Key[],
): Promise<Pick<Peers[Name], Key>> {
  const loaded = await importPeer(name);
  const missing = needed.filter((key) => !(key in loaded));
  if (missing.length > 0) throw new Error(`this command needs a newer ${name}: npm install --save-dev ${name}@latest`);
  return loaded;
}

async function importPeer<Name extends PeerName>(name: Name): Promise<Peers[Name]> {
  try {
    // The package is what its name says: its own manifest is looked up by the same name.
    return (await import(name)) as Peers[Name];
  } catch (error) {
    // The package itself, and none that it depends on.
    const missing = error instanceof Error && error.message.startsWith(`Cannot find package '${name}'`);
    if (!missing) throw error;
    throw new Error(`this command is part of ${name}, which is not installed: npm install --save-dev ${name}`);
  }
}
