// run: verify --type-system-refresh
// By the newer rules a variable holds all that is assigned to it, whether it is in the subset type or not, and a bound
// variable is an int unless it says otherwise.
method Below(n: nat)
{
  var e := n;
  e := e - 1;
}

method Kept(n: nat) returns (r: nat)
  decreases *
{
  var x := n;
  while *
    decreases *
  {
    x := x - 1;
  }
  r := x;  // error[subset]
}

predicate Small(n: nat) { n < 10 }

lemma All()
  ensures forall n :: Small(n) ==> n < 20  // error[subset]
{
}

lemma Natural()
  ensures forall n: nat :: Small(n) ==> n < 20
{
}
