// The mistake: what is smaller goes to the right.
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

function Insert(tree: Tree, x: int): Tree
  requires Ordered(tree)
  ensures Ordered(Insert(tree, x))
  ensures Elements(Insert(tree, x)) == Elements(tree) + {x}
{
  match tree
  case Leaf => Node(Leaf, x, Leaf)
  case Node(left, key, right) =>
    if key < x then Node(Insert(left, x), key, right)  // refuted[postcondition]
    else if x < key then Node(left, key, Insert(right, x))  // refuted[postcondition]
    else tree
}
