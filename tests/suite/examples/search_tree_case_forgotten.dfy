// The mistake: the smallest element is asked for of any tree, and a leaf has none.
datatype Tree = Leaf | Node(left: Tree, key: int, right: Tree)

function Smallest(tree: Tree): int {
  match tree  // refuted[match-case]: "missing case in match expression: Leaf"
  case Node(left, key, _) => if left == Leaf then key else Smallest(left)
}
