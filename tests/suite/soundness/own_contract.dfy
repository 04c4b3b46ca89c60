// A function's contract must not help to prove itself: neither by its own call nor by that of a neighbour.

ghost function One(x: int): int ensures One(x) == 1 { 0 }  // error[postcondition]

ghost function Named(x: int): (r: int) ensures r == 1 ensures Named(x) == r { 0 }  // error[postcondition]

ghost function Countdown(n: nat): int ensures Countdown(n) == 7 { if n == 0 then 0 else Countdown(n - 1) }  // error[postcondition]

ghost predicate Even(n: nat) ensures Even(n) { if n == 0 then true else Odd(n - 1) }  // error[postcondition]
ghost predicate Odd(n: nat) { if n == 0 then false else Even(n - 1) }

lemma UsesBadContract(x: int)
  ensures One(x) == 1
{
}
