method Entry(n: int)
{
  var i := 1;
  while i < n
    invariant i == 0  // error[invariant-entry]
  {
    i := 0;
  }
}

method EntryAndMaintained(n: int, start: int)
{
  var i := start;
  while i < n
    invariant i == 0  // error[invariant-entry] error[invariant-maintained]
  {
    i := i + 1;
  }
}

method Maintained(n: nat)
{
  var i := 0;
  while i < n
    invariant i <= 5  // error[invariant-maintained]
  {
    i := i + 1;
  }
}

method TooWeak(n: nat) returns (s: int)
  ensures s == 2 * n
{  // error[postcondition]
  s := 0;
  var i := 0;
  while i < n
    invariant s >= 0
  {
    s := s + 2;
    i := i + 1;
  }
}

method ForgottenByTheLoop(n: nat) returns (x: seq<int>)
{
  x := [5];
  var i := 0;
  while i < n {
    i := i + 1;
    x := x;
  }
  assert i == n;  // error[assertion]
  assert x == [5];  // error[assertion]
}

method OffByOne(a: array<int>) returns (s: int)
{
  s := 0;
  var i := 0;
  while i <= a.Length {
    s := s + a[i];  // error[index-range]
    i := i + 1;
  }
}

method IllDefinedInvariant(a: array<int>)
{
  var i := 0;
  while i < a.Length
    invariant a[i] == a[i]  // error[index-range]
  {
    i := i + 1;
  }
}
