/** What has a name: how messages speak of it, and where it is written. */
export interface Owner {
  /** `POST /kettles`, `the schema "Kettle"`. Where that is written is worked out for those that are spoken of. */
  readonly words: () => string;
  readonly pointer: string;
}

/** Names of one kind, each with the one that has it. */
export class Claims {
  private readonly owners = new Map<string, Owner>();
  /** The number to try next, by name. */
  private readonly numbers = new Map<string, number>();

  ownerOf(name: string): Owner | undefined {
    return this.owners.get(name);
  }

  /** Whether the name was free, and now is the owner's. */
  take(name: string, owner: Owner): boolean {
    if (this.owners.has(name)) return false;
    this.owners.set(name, owner);
    return true;
  }

  /** Takes the first name that is free; where none is, the last with the smallest number from 2. */
  takeFirst(names: readonly [string, ...string[]], owner: Owner): string {
    const found = names.find((name) => this.take(name, owner));
    return found ?? this.takeNumbered(names.at(-1) ?? names[0], owner);
  }

  takeNumbered(name: string, owner: Owner): string {
    let number = this.numbers.get(name) ?? 2;
    while (!this.take(`${name}${number}`, owner)) number += 1;
    this.numbers.set(name, number + 1);
    return `${name}${number}`;
  }
}
