// A call in a contract is a call: it must terminate, and meets no licence from what it is part of.

ghost function Guarded(x: nat): int
  requires Guard(x) > 0 || true  // error[decreases]
{
  0
}

ghost function Guard(x: nat): int
{
  Guarded(x)  // error[decreases]
}

lemma Circle(x: nat)
  requires Promised(x) == 1  // error[decreases]
  ensures Promised(x) == 1
{
}

ghost function Promised(x: nat): int
{
  if x > 5 then (Circle(x); 1) else 0  // error[decreases]
}
