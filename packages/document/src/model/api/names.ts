import type { ListedValue } from "../../schema/enumeration.js";

/** What the types of a component schema are called in a package. */
export interface SchemaType {
  /** The key in `components.schemas`. */
  readonly component: string;
  readonly name: string;
  /** The type for requests, where that has to differ. */
  readonly requestName: string;
}

/** A list of values, which a package hands out for use at run time. No two have one name. */
export interface Enumeration {
  readonly name: string;
  /** What has it, in the words of a package: `User.status`. */
  readonly path: string;
  readonly description: string | undefined;
  /** At least one. */
  readonly values: readonly ListedValue[];
}

/** The names of a package beside those of operations and schemas. The page docs/names.md has the rules. */
export interface PackageNames {
  /** `SendAuth`: the type of the object with a method for each operation. */
  readonly client: string;
  /** `createSendAuth`. */
  readonly factory: string;
  /** `SendAuthClient`, which the functions take. */
  readonly handle: string;
  readonly options: string;
  /** Undefined where no operation takes credentials. */
  readonly credentials: string | undefined;
  /** What reads the credentials from environment variables; undefined where no operation takes any. */
  readonly fromEnvironment: string | undefined;
  /** What makes the client for the functions. */
  readonly createClient: string;
  /** What a package hands on of the runtime. */
  readonly handedOn: readonly HandedOnName[];
}

export interface HandedOnName {
  /** In the runtime. */
  readonly name: string;
  /** In the package. */
  readonly as: string;
  /** Whether it is a type and no value. */
  readonly isType: boolean;
  /** Whether it is of the runtime's streams. */
  readonly isOfStreams: boolean;
}
