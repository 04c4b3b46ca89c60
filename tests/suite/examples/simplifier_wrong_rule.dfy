// The mistake: 0 + e is taken to be 0. For e = 1 the value changes.

datatype Expr = Number(value: int) | Add(left: Expr, right: Expr)

function Value(e: Expr): int
{
  match e {
    case Number(n) => n
    case Add(a, b) => Value(a) + Value(b)
  }
}

function Simplify(e: Expr): Expr
{
  match e {
    case Number(_) => e
    case Add(Number(0), _) => Number(0)
    case Add(a, b) => Add(Simplify(a), Simplify(b))
  }
}

lemma {:induction false} SameValue(e: Expr)
  ensures Value(Simplify(e)) == Value(e)
{  // refuted[postcondition]
  match e {
    case Number(_) =>
    case Add(a, b) =>
      SameValue(a);
      SameValue(b);
  }
}
