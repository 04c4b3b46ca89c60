// `reveal_F()` is what `reveal F();` was called once.
module Numbers {
  opaque function Secret(): int { 7 }
}

opaque predicate Even(n: int) { n % 2 == 0 }

lemma Four()
  ensures Even(4)
{
  reveal_Even();
}

function Checked(): int
  ensures Even(Checked())
{
  reveal_Even();
  8
}

lemma Seven()
  ensures Numbers.Secret() == 7
{
  Numbers.reveal_Secret();
}

lemma NotYet()
{
  assert Even(2);        // error[assertion]
  reveal_Even();
  assert Even(6);
}

// A name of one's own is what it is.
predicate Odd(n: int) { n % 2 == 1 }
lemma reveal_Odd() ensures Odd(1) {}
lemma One() ensures Odd(1)
{
  reveal_Odd();
}
