// Induction is tried on what the precondition passes to a recursive function, too.
ghost predicate Bit(i: nat, n: nat) {
  if i == 0 then n % 2 == 1 else Bit(i - 1, n / 2)
}

lemma SetBitsAreLow(i: nat, n: nat)
  requires Bit(i, n)
  ensures i < n + 1
{
}

lemma {:induction false} Without(i: nat, n: nat)
  requires Bit(i, n)
  ensures i < n + 1 // related
{ // error[postcondition]: "a postcondition could not be proved on this return path"
}

lemma Wrong(i: nat, n: nat)
  requires Bit(i, n)
  ensures i + 1 < n
{ // error[postcondition]: "a postcondition could not be proved on this return path"
}
