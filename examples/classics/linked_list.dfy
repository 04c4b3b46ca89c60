// A linked list with both ends, appended to in one step, and reversed where it lies.
//
// list_with_footprint.dfy said what a list is by recursion: a node, and a list behind it. That suits
// proofs that go from the front to the back. Here the list keeps all its nodes in a ghost sequence,
// `spine`, and says what holds for each of them by its index. Nothing is recursive then: the last node
// is as near as the first, and turning round all pointers is a loop with an invariant about indices.
//
// Proved here: the list means what `elements` says after each method; Reverse moves no value and makes
// no node; it only turns the pointers.

class Node<T> {
  var value: T
  var next: Node?<T>

  constructor (value: T, next: Node?<T>)
    ensures this.value == value && this.next == next
  {
    this.value, this.next := value, next;
  }
}

ghost function Reversed<T>(s: seq<T>): seq<T>
{
  seq(|s|, i requires 0 <= i < |s| => s[|s| - 1 - i])
}

class List<T> {
  ghost var elements: seq<T>
  ghost var spine: seq<Node<T>>
  ghost var Repr: set<object>
  var first: Node?<T>
  var last: Node?<T>

  // The node at an index; there is none before the first and none behind the last.
  ghost function At(i: int): Node?<T>
    reads this
  {
    if 0 <= i < |spine| then spine[i] else null
  }

  ghost predicate Valid()
    reads this, Repr
  {
    this in Repr && (forall node :: node in spine ==> node in Repr) &&
    first == At(0) && last == At(|spine| - 1) &&
    |elements| == |spine| &&
    (forall i :: 0 <= i < |spine| ==> spine[i].value == elements[i] && spine[i].next == At(i + 1)) &&
    (forall i, j :: 0 <= i < j < |spine| ==> spine[i] != spine[j])
  }

  constructor ()
    ensures Valid() && fresh(Repr) && elements == []
  {
    first, last := null, null;
    elements, spine := [], [];
    Repr := {this};
  }

  method Append(x: T)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures elements == old(elements) + [x]
  {
    var node := new Node(x, null);
    if last == null {
      first := node;
    } else {
      last.next := node;
    }
    last := node;
    elements, spine, Repr := elements + [x], spine + [node], Repr + {node};
  }

  method RemoveFirst() returns (x: T)
    requires Valid() && elements != []
    modifies this
    ensures Valid() && Repr == old(Repr)
    ensures x == old(elements[0]) && elements == old(elements[1..])
  {
    x := first.value;
    first := first.next;
    if first == null {
      last := null;
    }
    elements, spine := elements[1..], spine[1..];
  }

  method Reverse()
    requires Valid()
    modifies Repr
    ensures Valid() && Repr == old(Repr)
    ensures elements == Reversed(old(elements))
  {
    var done: Node?<T> := null;
    var rest := first;
    ghost var n := 0;
    // The first n nodes point back already, the others still point forth.
    while rest != null
      invariant unchanged(this)
      invariant 0 <= n <= |spine| && done == At(n - 1) && rest == At(n)
      invariant forall i :: 0 <= i < |spine| ==> spine[i].value == elements[i]
      invariant forall i :: 0 <= i < n ==> spine[i].next == At(i - 1)
      invariant forall i :: n <= i < |spine| ==> spine[i].next == At(i + 1)
      decreases |spine| - n
    {
      var next := rest.next;
      rest.next := done;
      done, rest := rest, next;
      n := n + 1;
    }
    first, last := last, first;
    elements, spine := Reversed(elements), Reversed(spine);
  }

  method ToSeq() returns (all: seq<T>)
    requires Valid()
    ensures all == elements
  {
    all := [];
    var node := first;
    while node != null
      invariant |all| <= |spine| && node == At(|all|)
      invariant all == elements[..|all|]
      decreases |spine| - |all|
    {
      all := all + [node.value];
      node := node.next;
    }
  }
}

method Main()
{
  var list := new List<int>();
  for i := 1 to 6
    invariant list.Valid() && fresh(list.Repr)
    invariant |list.elements| == i - 1 && forall k :: 0 <= k < i - 1 ==> list.elements[k] == k + 1
  {
    list.Append(i);
  }
  assert list.elements == [1, 2, 3, 4, 5];
  var one := list.RemoveFirst();
  list.Reverse();
  list.Append(one);
  assert list.elements == [5, 4, 3, 2, 1];
  var all := list.ToSeq();
  print all, "\n";
}
