// What is less than something is only known of what is inside it.
datatype Tree = Node(children: seq<Tree>, about: int)
datatype List<T> = Nil | Cons(head: T, tail: List<T>)

lemma EmptyParts(t: Tree)
{
  assert Node([], 1) < Node([t], 1) ==> t.children == []; // error[assertion]
}

lemma ElementsOfUnknownType<T>(x: T, xs: List<T>, ys: List<T>)
  requires x < xs
  requires xs < ys
{
  assert x < ys;
  assert false;                     // error[assertion]
}

lemma NumbersInside(xs: List<int>, n: int)
  requires xs.Cons? && n < xs.head
{
  assert false;                     // error[assertion]
}

lemma AsLargeAsEachOther(a: Tree, b: Tree)
  requires !(a < b) && !(b < a)
{
  assert a == b;                    // error[assertion]
}

ghost function Descend<T>(xs: List<T>, ys: List<T>): int
  decreases xs
{
  if xs < ys then 1 + Descend(ys, xs) else 0 // error[decreases]
}

lemma Smallest(t: Tree)
  requires forall u: Tree :: !(u < t)  // warning[no-trigger]
{
  assert t.about == 0;              // error[assertion]
}
