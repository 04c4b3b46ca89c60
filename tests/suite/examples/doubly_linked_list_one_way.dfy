// The mistake: the node is taken out on the way forth, and is still met on the way back.
class Node {
  var prev: Node
  var next: Node

  constructor ()
  {
    prev, next := this, this;
  }
}

method Remove(node: Node)
  requires node.prev.next == node == node.next.prev
  requires node.prev != node && node.next != node
  modifies node.prev, node.next
  ensures old(node.prev).next == old(node.next)
  ensures old(node.next).prev == old(node.prev)
{ // refuted[postcondition]
  node.prev.next := node.next;
}
