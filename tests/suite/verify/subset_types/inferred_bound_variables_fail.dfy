// Compared with something that is known, a bound variable is an int, whatever it is passed for.
predicate Small(n: nat) { n < 10 }

lemma Bounded(k: int)
  ensures forall n :: n < k ==> Small(n) || k > 10  // error[subset]
{  // error[postcondition]
}

// All natural numbers is not all integers.
predicate Positive(i: int) { i >= 0 }

lemma Numbers()
  ensures forall n :: Small(n) ==> n >= 0
  ensures forall i :: Positive(i)
{  // error[postcondition]
}

lemma Elements(s: set<nat>)
  ensures forall x :: x in s || x >= 0
{  // error[postcondition]
}
