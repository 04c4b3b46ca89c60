// The mistake: the lemma calls itself for the same argument. This would prove anything.

function Total(s: seq<int>): int
  decreases |s|
{
  if s == [] then 0 else s[0] + Total(s[1..])
}

lemma {:induction false} TotalIsZero(s: seq<int>)
  ensures Total(s) == 0
  decreases |s|
{
  TotalIsZero(s);  // refuted[decreases]
}

lemma {:induction false} TotalIsSmall(s: seq<int>)
  ensures Total(s) <= |s|
  decreases |s|
{  // refuted[postcondition]
  if s != [] {
    TotalIsSmall(s[1..]);
  }
}
