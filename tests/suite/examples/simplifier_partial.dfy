// The mistakes: a part is taken out of a value that does not have it; and the rules are in an order in which the second
// is never reached.

datatype Expr = Number(value: int) | Add(left: Expr, right: Expr)

function LeftMost(e: Expr): int
{
  if e.left.Number? then e.left.value else LeftMost(e.left)  // refuted[destructor]: "constructed by 'Add'"
}

function Simplify(e: Expr): Expr
{
  match e {
    case Number(_) => e
    case Add(a, b) => Add(Simplify(a), Simplify(b))
    case Add(Number(0), b) => Simplify(b)  // warning[redundant]: "this branch is redundant"
  }
}
