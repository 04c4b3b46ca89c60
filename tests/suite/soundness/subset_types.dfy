// nat holds what is not negative, wherever it comes from; it gives no licence where it was not checked.

method Smuggle(x: int) returns (n: nat)
{
  var s: seq<nat> := [x];  // error[subset]
  n := s[0];
}

method Underflow(n: nat) returns (m: nat)
{
  m := n - 1;  // error[subset]
}

ghost function Promise(x: int): nat

method NatFunctionsAreNotNegative(x: int)
{
  assert Promise(x) >= 0;
  assert Promise(x) > 0;  // error[assertion]
}

method WrongPromise(x: int) returns (y: int)
  ensures y >= 0
{
  y := Claim(x);
}

function Claim(x: int): nat { x }  // error[subset]

method QuantifiedNat()
{
  assert forall n: nat :: Even(n) ==> n >= 0;
  assert forall n: int :: Even(n) ==> n >= 0;  // error[assertion]
}

predicate Even(n: int) { n % 2 == 0 }
