// Opaque functions that call themselves: nothing is unfolded before they are revealed.
opaque function Sum(n: nat): nat { if n == 0 then 0 else n + Sum(n - 1) }

lemma Unfolded(n: nat)
  requires n > 0
  ensures Sum(n) == n + Sum(n - 1)
{
  reveal Sum();
}

lemma Folded(n: nat)
  requires n > 0
  ensures Sum(n) == n + Sum(n - 1)
{                                   // error[postcondition]
}

lemma Computed() ensures Sum(4) == 10 { reveal Sum(); }

lemma NotComputed() ensures Sum(4) == 10 { } // error[postcondition]

lemma ClosedForm(n: nat) ensures 2 * Sum(n) == n * (n + 1) { reveal Sum(); }

opaque function Endless(n: int): int { Endless(n + 1) } // error[decreases]

opaque function Wrong(n: int): int
  ensures Wrong(n) > n
{
  n                                 // error[postcondition]
}

lemma {:fuel Long, 4} Far(n: nat)
  requires n >= 5
  ensures Long(n) == Long(n - 5) + 5
{
}

lemma NotFar(n: nat)
  requires n >= 5
  ensures Long(n) == Long(n - 5) + 5
{                                   // error[postcondition]
}

function Long(n: nat): nat { if n == 0 then 0 else Long(n - 1) + 1 }
