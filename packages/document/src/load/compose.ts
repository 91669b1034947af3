import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { Anchors } from "./anchors.js";
import type { Json } from "./document.js";
import { offsetOf } from "./event-places.js";
import { MappingBuilder } from "./mapping.js";
import { child } from "./pointer.js";
import type { Problem } from "./problem.js";
import { ProblemList } from "./problem-list.js";
import { isMergeKey, scalarText, scalarValue, tagProblem } from "./scalar.js";
import { mappingTag, sequenceTag, Tags } from "./tags.js";

/** What the events of a YAML parser say, as a JSON value. */
export interface Composed {
  readonly json: Json;
  /** For each object and array of {@link json}, the index of the event that opens it. */
  readonly openedBy: ReadonlyMap<object, number>;
  readonly problems: readonly Problem[];
}

/** @param events - those of one document: the first one opens it */
export function compose(text: string, events: readonly Event[]): Composed {
  return new Composer(text, events).compose();
}

class Composer {
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly tags: Tags;
  private index = 1;
  private readonly openedBy = new Map<object, number>();
  private readonly found = new ProblemList();
  /** The keys and indexes that lead to the value that is composed. */
  private readonly place: (string | number)[] = [];
  private readonly anchors: Anchors;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
    const [document] = events;
    this.tags = new Tags(document?.type === EVENT_ID.DOCUMENT ? document.directives : []);
    this.anchors = new Anchors(this.report);
  }

  compose(): Composed {
    const json = this.next();
    return { json, openedBy: this.openedBy, problems: this.found.problems };
  }

  private readonly report = (problem: Problem): void => {
    this.found.add(problem, () => this.place.reduce<string>(child, ""));
  };

  private next(): Json {
    const event = this.events[this.index];
    switch (event?.type) {
      case EVENT_ID.ALIAS:
        return this.alias(event);
      case EVENT_ID.SCALAR:
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        return this.value(event);
      default:
        throw new Error(`no value begins at event ${this.index}`);
    }
  }

  private value(event: ScalarEvent | SequenceEvent | MappingEvent): Json {
    if (event.anchorStart < 0) return this.content(event);
    const name = this.text.slice(event.anchorStart, event.anchorEnd);
    return this.anchors.define(name, () => this.content(event));
  }

  private content(event: ScalarEvent | SequenceEvent | MappingEvent): Json {
    if (event.type !== EVENT_ID.SCALAR) {
      this.checkTag(event, event.type === EVENT_ID.MAPPING ? mappingTag : sequenceTag);
      return event.type === EVENT_ID.MAPPING ? this.mapping() : this.sequence();
    }
    this.index++;
    this.anchors.countScalar();
    return scalarValue(this.text, event, this.tags, this.report);
  }

  private alias(event: AliasEvent): Json {
    this.index++;
    return this.anchors.use(this.text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1);
  }

  private sequence(): Json {
    const items: Json[] = [];
    this.openedBy.set(items, this.index++);
    this.anchors.open();
    while (!this.atEnd()) {
      this.place.push(items.length);
      items.push(this.next());
      this.place.pop();
    }
    this.anchors.close();
    return items;
  }

  private mapping(): Json {
    const builder = new MappingBuilder(this.report);
    this.openedBy.set(builder.object, this.index++);
    this.anchors.open();
    while (!this.atEnd()) this.pair(builder);
    this.anchors.close();
    return builder.object;
  }

  private pair(builder: MappingBuilder): void {
    const event = this.events[this.index];
    const offset = offsetOf(event);
    if (event?.type === EVENT_ID.SCALAR && isMergeKey(this.text, event, this.tags)) {
      this.index++;
      const value = this.next();
      if (!this.anchors.failed) builder.merge(value, offset);
    } else {
      const key = this.key(event, offset);
      this.place.push(key ?? "");
      const value = this.next();
      if (key !== undefined) builder.set(key, value, offset);
      this.place.pop();
    }
  }

  /** Undefined where it is no text. */
  private key(event: Event | undefined, offset: number): string | undefined {
    if (event?.type === EVENT_ID.SCALAR) {
      this.value(event);
      return scalarText(this.text, event);
    }
    const value = this.next();
    if (value === null || typeof value !== "object") return String(value);
    const fix = "Write the key as text, in quotes where it is no plain word.";
    this.report({
      code: "yaml-key-not-text",
      offset,
      message: "A mapping or a sequence is used as a key; what has it is left out.",
      fix,
    });
    return undefined;
  }

  private checkTag(event: SequenceEvent | MappingEvent, expected: string): void {
    if (event.tagStart < 0) return;
    const tag = this.text.slice(event.tagStart, event.tagEnd);
    const name = this.tags.nameOf(tag);
    if (name !== "!" && name !== expected) this.report(tagProblem(tag, event.tagStart));
  }

  /** Passes the event that closes a container. */
  private atEnd(): boolean {
    if (this.events[this.index]?.type !== EVENT_ID.POP) return false;
    this.index++;
    return true;
  }
}
