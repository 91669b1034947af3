/** Something that a spec states about what travels on the wire. */
export interface Claim {
  /** Where it is written. The last step may be virtual, as in `…/nullable`. */
  readonly pointer: string;
  /** What it says, in a name that does not depend on where it is written: two specs that claim the same have the same keys. */
  readonly key: string;
}
