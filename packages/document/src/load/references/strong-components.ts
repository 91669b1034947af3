/** The nodes that can be reached from one another, which is what circles are made of (R. Tarjan, 1972). */
export interface StrongComponents<Node> {
  /** Whether two nodes are in one circle, or a node in one with itself. */
  areInCircle(one: Node, other: Node): boolean;
  /** The circles, each with its nodes. */
  readonly circles: readonly (readonly Node[])[];
}

interface Visit<Node> {
  readonly node: Node;
  readonly next: Iterator<Node>;
  readonly index: number;
  low: number;
}

/** In linear time and without recursion: chains of references may be long. */
export function strongComponents<Node>(
  starts: Iterable<Node>,
  successors: (node: Node) => Iterable<Node>,
): StrongComponents<Node> {
  const visits = new Map<Node, Visit<Node>>();
  const circleOf = new Map<Node, number>();
  const done = new Set<Node>();
  const loops = new Set<Node>();
  const open: Node[] = [];
  const circles: Node[][] = [];

  const enter = (node: Node): Visit<Node> => {
    const visit = { node, next: successors(node)[Symbol.iterator](), index: visits.size, low: visits.size };
    visits.set(node, visit);
    open.push(node);
    return visit;
  };
  const leave = ({ node, index, low }: Visit<Node>): void => {
    if (low !== index) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) done.add(member);
    if (members.length === 1 && !loops.has(node)) return;
    for (const member of members) circleOf.set(member, circles.length);
    circles.push(members);
  };

  for (const start of starts) {
    if (visits.has(start)) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { value: node, done: isLast } = top.next.next();
      if (isLast === true) {
        leave(top);
        path.pop();
        const before = path.at(-1);
        if (before !== undefined) before.low = Math.min(before.low, top.low);
        continue;
      }
      if (node === top.node) loops.add(node);
      const known = visits.get(node);
      if (known === undefined) path.push(enter(node));
      else if (!done.has(node)) top.low = Math.min(top.low, known.index);
    }
  }
  return {
    circles,
    areInCircle: (one, other) => circleOf.has(one) && circleOf.get(one) === circleOf.get(other),
  };
}
