// A binary search tree of numbers: what it holds is a set, and every operation says what it does to that set.
//
// Proved here: insertion, removal and lookup keep the order and do to the set of elements what their names
// promise; the elements in order are a sorted sequence.
//
// Why it matters: users of a tree do not want to hear of its shape. `Elements` is what they see, `Ordered` is
// what the inside needs, and each operation is specified by the first and maintains the second.

datatype Tree = Leaf | Node(left: Tree, key: int, right: Tree)

function Elements(tree: Tree): set<int> {
  match tree
  case Leaf => {}
  case Node(left, key, right) => Elements(left) + {key} + Elements(right)
}

predicate Ordered(tree: Tree) {
  match tree
  case Leaf => true
  case Node(left, key, right) =>
    Ordered(left) && Ordered(right) &&
    (forall x :: x in Elements(left) ==> x < key) && (forall x :: x in Elements(right) ==> key < x)
}

predicate Contains(tree: Tree, x: int)
  requires Ordered(tree)
  ensures Contains(tree, x) <==> x in Elements(tree)
{
  match tree
  case Leaf => false
  case Node(left, key, right) =>
    if x < key then Contains(left, x) else if key < x then Contains(right, x) else true
}

function Insert(tree: Tree, x: int): Tree
  requires Ordered(tree)
  ensures Ordered(Insert(tree, x)) && Elements(Insert(tree, x)) == Elements(tree) + {x}
{
  match tree
  case Leaf => Node(Leaf, x, Leaf)
  case Node(left, key, right) =>
    if x < key then Node(Insert(left, x), key, right)
    else if key < x then Node(left, key, Insert(right, x))
    else tree
}

function Smallest(tree: Tree): int
  requires tree.Node? && Ordered(tree)
  ensures Smallest(tree) in Elements(tree)
  ensures forall x :: x in Elements(tree) ==> Smallest(tree) <= x
{
  if tree.left == Leaf then tree.key else Smallest(tree.left)
}

function Remove(tree: Tree, x: int): Tree
  requires Ordered(tree)
  ensures Ordered(Remove(tree, x)) && Elements(Remove(tree, x)) == Elements(tree) - {x}
{
  match tree
  case Leaf => Leaf
  case Node(left, key, right) =>
    if x < key then Node(Remove(left, x), key, right)
    else if key < x then Node(left, key, Remove(right, x))
    else if right == Leaf then left
    else Node(left, Smallest(right), Remove(right, Smallest(right)))
}

function InOrder(tree: Tree): seq<int> {
  match tree
  case Leaf => []
  case Node(left, key, right) => InOrder(left) + [key] + InOrder(right)
}

lemma InOrderHoldsTheElements(tree: Tree, x: int)
  ensures x in InOrder(tree) <==> x in Elements(tree)
{
}

lemma InOrderIsSorted(tree: Tree)
  requires Ordered(tree)
  ensures forall i, j :: 0 <= i < j < |InOrder(tree)| ==> InOrder(tree)[i] < InOrder(tree)[j]
{
  match tree
  case Leaf =>
  case Node(left, key, right) =>
    InOrderIsSorted(left);
    InOrderIsSorted(right);
    forall x
      ensures x in InOrder(left) ==> x < key
      ensures x in InOrder(right) ==> key < x
    {
      InOrderHoldsTheElements(left, x);
      InOrderHoldsTheElements(right, x);
    }
    assert forall i :: 0 <= i < |InOrder(left)| ==> InOrder(left)[i] in InOrder(left);
    assert forall i :: 0 <= i < |InOrder(right)| ==> InOrder(right)[i] in InOrder(right);
}

method Main()
{
  var tree := Insert(Insert(Insert(Insert(Leaf, 5), 2), 8), 6);
  print InOrder(tree), " ", Contains(tree, 6), "\n";
  tree := Remove(tree, 5);
  print InOrder(tree), " ", Contains(tree, 5), "\n";
}
