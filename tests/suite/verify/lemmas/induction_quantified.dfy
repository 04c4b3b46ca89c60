// A claim about all values of a variable that a recursive function takes is proved by induction.

function Double(n: nat): nat {
  if n == 0 then 0 else 2 + Double(n - 1)
}

lemma InAnAssertion(m: nat)
{
  assert forall n: nat :: Double(n) == n + n;
  assert Double(m + 7) == 2 * m + 14;
}

lemma OnRequest()
{
  assert forall n {:induction n} :: 0 <= n ==> Double(n) % 2 == 0;
}

lemma InAPostcondition()
  ensures forall n: nat :: n <= Double(n)
{
}

lemma NotWhereItIsForbidden()
{
  assert forall n: nat {:induction false} :: Double(n) == n + n;  // unproved[assertion]
}

// The hypothesis is about smaller values only.
lemma NotInACircle()
{
  assert forall n: nat :: Double(n) == 3 * n;  // refuted[assertion]
}

// Below zero there is no ground to stand on.
function Falling(n: int): int
  decreases if n < 0 then 0 else n
{
  if n <= 0 then n else Falling(n - 1)
}

lemma NotBelowZero()
{
  assert forall n {:induction n} :: Falling(n) == 0;  // refuted[assertion]
}
