// The mistake: the pointer is turned before anybody has looked where it pointed to. The rest of the list is out of reach.
class Node {
  var next: Node?
}

ghost function At(spine: seq<Node>, i: int): Node?
{
  if 0 <= i < |spine| then spine[i] else null
}

method Reverse(first: Node?, ghost spine: seq<Node>) returns (done: Node?)
  requires first == At(spine, 0)
  requires forall i :: 0 <= i < |spine| ==> spine[i].next == At(spine, i + 1)
  requires forall i, j :: 0 <= i < j < |spine| ==> spine[i] != spine[j]
  modifies spine
  ensures forall i :: 0 <= i < |spine| ==> spine[i].next == At(spine, i - 1)
{
  done := null;
  var rest := first;
  ghost var n := 0;
  while rest != null
    invariant 0 <= n <= |spine| && done == At(spine, n - 1)
    invariant rest == At(spine, n) // refuted[invariant-maintained]
    invariant forall i :: 0 <= i < n ==> spine[i].next == At(spine, i - 1)
    invariant forall i :: n <= i < |spine| ==> spine[i].next == At(spine, i + 1)
    decreases |spine| - n
  {
    rest.next := done;
    done := rest;
    rest := rest.next;
    n := n + 1;
  }
}
