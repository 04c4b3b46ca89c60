// Proofs have no effects at all, and assign only what they declare.

method Effect()
ghost method GhostEffect(a: array<int>)
  modifies a

lemma WithEffects(a: array<int>)
  requires a.Length > 0
{
  var b := new int[3];  // error[ghost]: "a lemma is not allowed to use 'new'"
  Effect();  // error[ghost]: "in a lemma, calls are allowed only to lemmas"
  GhostEffect(a);  // error[ghost]: "in a lemma, calls are allowed only to lemmas"
  a[0] := 1;  // error[ghost]: "assignment to array element is not allowed in this context, because this is a ghost lemma"
}

lemma LocalsAreFine(n: nat) returns (r: nat)
  ensures r == n
{
  var x := 0;
  while x < n
    invariant x <= n
  {
    x := x + 1;
  }
  r := x;
}

method Hints(x: int)
{
  ghost var y := 0;
  assert x == x by {
    var local := 1;
    local := 2;
    y := 1;  // error[ghost]: "a by block is not allowed to update a variable it doesn't declare"
  }
  calc {
    x;
    { y := 2; }  // error[ghost]: "a hint is not allowed to update a variable it doesn't declare"
    x;
  }
  forall i: int
    ensures i == i
  {
    y := 3;  // error[ghost]: "a forall statement is not allowed to update a variable it doesn't declare"
  }
}
