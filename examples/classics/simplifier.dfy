// A small compiler's first task: expressions are values, and a simplifier may not change what they mean.
//
// Proved here: for every expression and all values of the variables, the simplified expression has
// the value of the original; it is never larger; and nothing of the form 0 + e, 1 * e or 0 * e is
// left in it, wherever one looks.
//
// Why it matters: an optimiser is a program about programs. Testing tries a few expressions with a
// few values; the lemma speaks of all of them. The proof has the shape of the program: a case for
// each form, and the lemma itself for the parts.

datatype Expr = Number(value: int)
              | Variable(index: nat)
              | Add(left: Expr, right: Expr)
              | Multiply(left: Expr, right: Expr)

// Variables that are not given are 0.
function Value(e: Expr, variables: seq<int>): int
{
  match e {
    case Number(n) => n
    case Variable(i) => if i < |variables| then variables[i] else 0
    case Add(a, b) => Value(a, variables) + Value(b, variables)
    case Multiply(a, b) => Value(a, variables) * Value(b, variables)
  }
}

function Size(e: Expr): nat
{
  match e {
    case Number(_) => 1
    case Variable(_) => 1
    case Add(a, b) => 1 + Size(a) + Size(b)
    case Multiply(a, b) => 1 + Size(a) + Size(b)
  }
}

function Simplify(e: Expr): Expr
{
  match e {
    case Number(_) => e
    case Variable(_) => e
    case Add(a, b) => SimpleAdd(Simplify(a), Simplify(b))
    case Multiply(a, b) => SimpleMultiply(Simplify(a), Simplify(b))
  }
}

// The parts are simple already. The order of the cases counts: the first that fits is taken.
function SimpleAdd(a: Expr, b: Expr): Expr
{
  match (a, b) {
    case (Number(m), Number(n)) => Number(m + n)
    case (Number(0), other) => other
    case (other, Number(0)) => other
    case _ => Add(a, b)
  }
}

function SimpleMultiply(a: Expr, b: Expr): Expr
{
  match (a, b) {
    case (Number(m), Number(n)) => Number(m * n)
    case (Number(0), _) => Number(0)
    case (_, Number(0)) => Number(0)
    case (Number(1), other) => other
    case (other, Number(1)) => other
    case _ => Multiply(a, b)
  }
}

// The calls are the induction: what is said of the parts is all that is needed of it.
lemma {:induction false} SameValue(e: Expr, variables: seq<int>)
  ensures Value(Simplify(e), variables) == Value(e, variables)
{
  match e {
    case Number(_) =>
    case Variable(_) =>
    case Add(a, b) =>
      SameValue(a, variables);
      SameValue(b, variables);
    case Multiply(a, b) =>
      SameValue(a, variables);
      SameValue(b, variables);
  }
}

lemma NotLarger(e: Expr)
  ensures Size(Simplify(e)) <= Size(e)
{
  match e {
    case Number(_) =>
    case Variable(_) =>
    case Add(a, b) =>
      NotLarger(a);
      NotLarger(b);
    case Multiply(a, b) =>
      NotLarger(a);
      NotLarger(b);
  }
}

predicate IsNumber(e: Expr, n: int)
{
  e == Number(n)
}

predicate Simple(e: Expr)
{
  match e {
    case Number(_) => true
    case Variable(_) => true
    case Add(a, b) =>
      !IsNumber(a, 0) && !IsNumber(b, 0) && Simple(a) && Simple(b)
    case Multiply(a, b) =>
      !IsNumber(a, 0) && !IsNumber(b, 0) && !IsNumber(a, 1) && !IsNumber(b, 1) && Simple(a) && Simple(b)
  }
}

lemma IsSimple(e: Expr)
  ensures Simple(Simplify(e))
{
  match e {
    case Number(_) =>
    case Variable(_) =>
    case Add(a, b) =>
      IsSimple(a);
      IsSimple(b);
    case Multiply(a, b) =>
      IsSimple(a);
      IsSimple(b);
  }
}

method Main()
{
  // (x * 1) + (0 * y + 2 * 3)
  var x, y := Variable(0), Variable(1);
  var e := Add(Multiply(x, Number(1)), Add(Multiply(Number(0), y), Multiply(Number(2), Number(3))));
  var simple := Simplify(e);
  SameValue(e, [5, 7]);
  assert Value(simple, [5, 7]) == Value(e, [5, 7]);
  print simple, " has the value ", Value(simple, [5, 7]), "\n";
}
