import { createHash } from "node:crypto";

/** A version in what npm asks and tells of a package; npm's own, of which these parts are looked at. */
interface Version {
  readonly name: string;
  readonly version: string;
  readonly dist: { readonly integrity: string; readonly tarball: string };
}

/** What a registry tells of a package, and what `npm publish` sends of it. */
export interface Packument {
  readonly name: string;
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, Version>>;
}

/** What `npm publish` sends: one version, with its tarball. */
export interface Publication extends Packument {
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

/** A package with one version more. */
export interface Published {
  readonly packument: Packument;
  /** The path of the version's tarball below the registry, decoded. */
  readonly tarballPath: string;
  readonly tarball: Buffer;
}

/** Thrown for a publication that a registry refuses. */
export class Refusal extends Error {}

/** @throws Refusal for a version that is there, and for a tarball that is not the one that its digest is of */
export function publish(before: Packument | undefined, publication: Publication): Published {
  const { name, versions, _attachments, "dist-tags": tags } = publication;
  const [manifest] = Object.values(versions);
  const [attachment] = Object.values(_attachments);
  if (manifest === undefined || attachment === undefined) throw new Refusal("nothing is published");
  if (before?.versions[manifest.version] !== undefined)
    throw new Refusal(`${name}@${manifest.version} is there: a version cannot be published twice`);
  const tarball = Buffer.from(attachment.data, "base64");
  const digest = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  if (digest !== manifest.dist.integrity) throw new Refusal(`${name}@${manifest.version} is not what its digest is of`);
  return {
    packument: {
      name,
      "dist-tags": { ...before?.["dist-tags"], ...tags },
      versions: { ...before?.versions, [manifest.version]: manifest },
    },
    tarballPath: decodeURIComponent(new URL(manifest.dist.tarball).pathname),
    tarball,
  };
}
