ghost function Sum(s: seq<int>): int
{
  if |s| == 0 then 0 else s[0] + Sum(s[1..])
}

method WrongValue()
{
  assert Sum([1]) == 2;  // error[assertion]
}

method WrongInvariant(s: seq<int>) returns (r: int)
  ensures r == Sum(s)
{
  r := 0;
  var i := 0;
  while i < |s|
    invariant 0 <= i <= |s|
    invariant r == Sum(s[..i])  // error[invariant-maintained]
  {
    r := r + 2 * s[i];
    i := i + 1;
  }
  assert s[..i] == s;
}

method InvariantOfAPrefixOnly(s: seq<int>) returns (r: int)
  ensures r == Sum(s)
{  // error[postcondition]
  r := 0;
  var i := 0;
  while i < |s|
    invariant 0 <= i <= |s|
    invariant i == 0 ==> r == 0
  {
    r := r + s[i];
    i := i + 1;
  }
}

lemma Unproved(a: seq<int>, b: seq<int>)
  ensures Sum(a + b) == Sum(a) - Sum(b)
{  // error[postcondition]
}
