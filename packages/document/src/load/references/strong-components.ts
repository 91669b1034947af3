/** The nodes that can be reached from one another, which is what circles are made of (R. Tarjan, 1972). */
export interface StrongComponents<Node> {
  /** Whether two nodes are in one circle, or a node in one with itself. */
  areInCircle(one: Node, other: Node): boolean;
  /** The circles, each with its nodes. */
  readonly circles: readonly (readonly Node[])[];
}

interface Visit<Node> {
  readonly node: Node;
  readonly successors: readonly Node[];
  readonly index: number;
  /** The number of successors that were looked at. */
  passed: number;
  low: number;
  isLoop: boolean;
  /** It is known what can be reached from it. */
  isDone: boolean;
}

/** In linear time and without recursion: chains of references may be long. */
export function strongComponents<Node>(
  starts: Iterable<Node>,
  successors: (node: Node) => readonly Node[],
): StrongComponents<Node> {
  const search = new Search(successors);
  for (const start of starts) search.from(start);
  return search;
}

class Search<Node> implements StrongComponents<Node> {
  readonly circles: Node[][] = [];
  private readonly successors: (node: Node) => readonly Node[];
  private readonly visits = new Map<Node, Visit<Node>>();
  private readonly circleOf = new Map<Node, number>();
  /** The visits that lead to the last one, and those that may be in a circle with one of them. */
  private readonly path: Visit<Node>[] = [];
  private readonly open: Visit<Node>[] = [];

  constructor(successors: (node: Node) => readonly Node[]) {
    this.successors = successors;
  }

  areInCircle(one: Node, other: Node): boolean {
    return this.circleOf.has(one) && this.circleOf.get(one) === this.circleOf.get(other);
  }

  from(start: Node): void {
    if (!this.visits.has(start)) this.enter(start);
    for (let top = this.path.at(-1); top !== undefined; top = this.path.at(-1)) {
      const next = top.successors[top.passed++];
      if (next === undefined) this.leave(top);
      else this.pass(top, next);
    }
  }

  private pass(top: Visit<Node>, next: Node): void {
    if (next === top.node) top.isLoop = true;
    const known = this.visits.get(next);
    if (known === undefined) this.enter(next);
    else if (!known.isDone) top.low = Math.min(top.low, known.index);
  }

  /** What leads nowhere is in no circle, which most nodes are. */
  private enter(node: Node): void {
    const successors = this.successors(node);
    if (successors.length === 0) return;
    const index = this.visits.size;
    const visit = { node, successors, index, passed: 0, low: index, isLoop: false, isDone: false };
    this.visits.set(node, visit);
    this.path.push(visit);
    this.open.push(visit);
  }

  private leave(visit: Visit<Node>): void {
    this.path.pop();
    const before = this.path.at(-1);
    if (before !== undefined) before.low = Math.min(before.low, visit.low);
    if (visit.low !== visit.index) return;
    const members = this.open.splice(this.open.lastIndexOf(visit));
    for (const member of members) member.isDone = true;
    if (members.length === 1 && !visit.isLoop) return;
    for (const { node } of members) this.circleOf.set(node, this.circles.length);
    this.circles.push(members.map(({ node }) => node));
  }
}
