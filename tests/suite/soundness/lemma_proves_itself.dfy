// An induction hypothesis needs the decrease that a call would need.

lemma Direct(x: int)
  ensures false
{
  Direct(x);  // error[decreases]
}

lemma Automatic(x: int)
  ensures false
{  // error[postcondition]
}

lemma AutomaticOnNat(n: nat)
  ensures n == n + 1
{  // error[postcondition]
}

lemma MutualA(n: nat)
  ensures false
{
  MutualB(n);  // error[decreases]
}

lemma MutualB(n: nat)
  ensures false
{
  MutualA(n);  // error[decreases]
}

lemma Upwards(x: int)
  requires x > 0
  ensures false
{
  Upwards(x + 1);  // error[decreases]
}

lemma NegativeForever(x: int)
  ensures false
{
  NegativeForever(x - 1);  // error[decreases]
}

ghost predicate P(n: nat)

lemma UnderForall(n: nat)
  ensures P(n)
{
  forall m: nat | m >= n {
    UnderForall(m);  // error[decreases]
  }
}
