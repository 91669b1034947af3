import type { DiagnosticCode } from "../../diagnostics/registry.js";
import type { Report } from "../findings.js";
import type { WrittenAt } from "../rewritten/written-at.js";

/** What a document does over and over: said once, at the first place, with the number of the others. */
interface Repeated {
  readonly code: DiagnosticCode;
  readonly at: WrittenAt;
  readonly message: string;
  readonly fix: string;
  readonly places: Set<string>;
}

/** Collects what converting a document finds. */
export class ConversionFindings {
  private readonly send: Report;
  private readonly said = new Set<string>();
  private readonly repeated = new Map<string, Repeated>();

  constructor(send: Report) {
    this.send = send;
  }

  /** Says something of a place, which may be come by several times. */
  report(code: DiagnosticCode, at: WrittenAt, message: string, fix: string): void {
    const key = `${code} ${keyOf(at)} ${message}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.send(code, at.source, at.pointer, message, fix);
  }

  /** Says what many places may have in common once. @param message - which does not depend on the place, without its full stop */
  reportOnce(code: DiagnosticCode, at: WrittenAt, message: string, fix: string): void {
    const key = `${code} ${message}`;
    const known = this.repeated.get(key) ?? { code, at, message, fix, places: new Set<string>() };
    known.places.add(keyOf(at));
    this.repeated.set(key, known);
  }

  /** Says what was collected by {@link reportOnce}. */
  finish(): void {
    for (const { code, at, message, fix, places } of this.repeated.values()) {
      const others = places.size - 1;
      const also = others === 0 ? "" : ` The same is so in ${others} ${others === 1 ? "other place" : "other places"}.`;
      this.send(code, at.source, at.pointer, `${message}.${also}`, fix);
    }
  }
}

function keyOf({ source, pointer }: WrittenAt): string {
  return `${source.path}#${pointer}`;
}
