// Sets of values, and sets in values: compared by content, and what is in them is smaller.
datatype Node = Node(name: int, next: set<Node>)
datatype Bag = Bag(items: multiset<int>, names: set<int>)

function Reach(n: Node): set<int> {
  {n.name}
}

predicate Even(n: Node) {
  n.name % 2 == 0 && forall m :: m in n.next ==> Even(m)
}

lemma Same(a: Bag, b: Bag)
  requires a.names == {1} + {2} && b.names == {2, 1}
  requires a.items == b.items
  ensures a == b
{
}

lemma Members(n: Node, s: set<Node>)
  requires n in s && Even(n)
  ensures exists m :: m in s && Even(m)
  ensures Node(1, {n}) != Node(1, {})
{
  assert n in Node(1, {n}).next;
}
