// What runs must be able to look at the constraint; ghost code need not.
type Even = x: int | x % 2 == 0
type Prime = p: int | p > 1 && forall d :: 2 <= d < p ==> p % d != 0 ghost witness 2
type Hidden = x: int | Secret(x) witness 1
type NoWitness = x: int | x == Ghost() witness Ghost()  // error[ghost]: "a call to a ghost function is allowed only in specification contexts (consider"
type Far = x: int | forall y: int :: y * x == 0

ghost predicate Secret(x: int) { x == 1 }
ghost function Ghost(): int { 3 }

method Tests(x: int)
{
  var a := x is Even;
  if x is Far { return; }  // error[ghost]
  print x is Prime;
  print x is Hidden;  // error[ghost]: "an expression of type 'int' is not run-time checkable to be a 'Hidden'"
  assert x is Hidden ==> x == 1;
}

method Quantifiers(s: seq<int>)
{
  print forall e: Even | e in s :: e > 0;
  print forall h: Hidden | h in s :: h > 0;  // error[ghost]: "Hidden is a subset type and its constraint is not compilable, hence it cannot yet be used as the type of a bound variable in forall expression"
  print set h: Hidden | h in s;  // error[ghost]: "a bound variable in set comprehension"
  ghost var g := set h: Hidden | h in s;
}

method NoDefault() returns (p: Prime)
{
  var a := new Prime[3];
}
