// A doubly linked list: whoever holds a node can take it out in one step, wherever it is.
//
// Each node knows both its neighbours, and a third node, the anchor, closes the ring: it comes before the
// first element and after the last. That saves every `if`: there is always somebody on either side.
// linked_list.dfy has shown the ghost sequence of nodes; here two pointers have to fit to it. `round`
// starts at the anchor and comes back to it, so that neighbours in the sequence are neighbours in the
// list, everywhere, and nothing more has to be said about the ends.
//
// The caller says at which place its node is: a ghost parameter, which the program that runs does not have.
//
// Proved here: Insert and Remove do what they should at one place and nothing at any other, though they
// write into three nodes; walking forth and walking back give the same sequence.

class Node {
  var value: int
  var prev: Node
  var next: Node

  // Alone, a node is its own neighbour on both sides.
  constructor (value: int)
    ensures this.value == value && prev == next == this
  {
    this.value := value;
    prev, next := this, this;
  }
}

class DoublyLinkedList {
  ghost var elements: seq<int>
  ghost var round: seq<Node>        // from the anchor by way of all elements back to the anchor
  ghost var Repr: set<object>
  const anchor: Node

  ghost predicate Valid()
    reads this, Repr
  {
    this in Repr && (forall node :: node in round ==> node in Repr) &&
    |round| == |elements| + 2 && round[0] == anchor == round[|elements| + 1] &&
    (forall i :: 1 <= i <= |elements| ==> round[i].value == elements[i - 1]) &&
    (forall i :: 0 <= i <= |elements| ==> round[i].next == round[i + 1]) &&
    (forall i :: 1 <= i <= |elements| + 1 ==> round[i].prev == round[i - 1]) &&
    (forall i, j :: 0 <= i < j <= |elements| ==> round[i] != round[j])
  }

  constructor ()
    ensures Valid() && fresh(Repr) && elements == [] && round == [anchor, anchor]
  {
    anchor := new Node(0);
    elements, round := [], [anchor, anchor];
    Repr := {this, anchor};
  }

  // Puts x behind the node at place i of the round; behind the anchor means in front of everything.
  method Insert(x: int, node: Node, ghost i: nat) returns (added: Node)
    requires Valid() && i <= |elements| && node == round[i]
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures elements == old(elements[..i] + [x] + elements[i..])
    ensures round == old(round[..i + 1]) + [added] + old(round[i + 1..])
  {
    assert node.next == round[i + 1];
    added := new Node(x);
    added.prev, added.next := node, node.next;
    node.next.prev := added;
    node.next := added;
    elements := elements[..i] + [x] + elements[i..];
    round := round[..i + 1] + [added] + round[i + 1..];
    Repr := Repr + {added};
  }

  method Remove(node: Node, ghost i: nat)
    requires Valid() && 1 <= i <= |elements| && node == round[i]
    modifies Repr
    ensures Valid() && Repr == old(Repr)
    ensures elements == old(elements[..i - 1] + elements[i..])
    ensures round == old(round[..i] + round[i + 1..])
  {
    assert node.prev == round[i - 1] && node.next == round[i + 1];
    node.prev.next := node.next;
    node.next.prev := node.prev;
    elements := elements[..i - 1] + elements[i..];
    round := round[..i] + round[i + 1..];
  }

  method Forth() returns (all: seq<int>)
    requires Valid()
    ensures all == elements
  {
    all := [];
    var node := anchor.next;
    while node != anchor
      invariant |all| <= |elements| && node == round[|all| + 1]
      invariant all == elements[..|all|]
      decreases |elements| - |all|
    {
      all := all + [node.value];
      node := node.next;
    }
  }

  method Back() returns (all: seq<int>)
    requires Valid()
    ensures all == elements
  {
    all := [];
    var node := anchor.prev;
    while node != anchor
      invariant |all| <= |elements| && node == round[|elements| - |all|]
      invariant all == elements[|elements| - |all|..]
      decreases |elements| - |all|
    {
      all := [node.value] + all;
      node := node.prev;
    }
  }
}

method Main()
{
  var list := new DoublyLinkedList();
  var one := list.Insert(1, list.anchor, 0);
  var two := list.Insert(2, one, 1);
  var four := list.Insert(4, two, 2);
  var three := list.Insert(3, two, 2);
  assert list.elements == [1, 2, 3, 4];
  list.Remove(two, 2);
  assert list.elements == [1, 3, 4];

  var forth := list.Forth();
  var back := list.Back();
  assert forth == back;
  print forth, "\n";
}
