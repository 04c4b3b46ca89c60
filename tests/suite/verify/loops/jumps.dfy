method Find(a: array<int>, key: int) returns (index: int)
  ensures 0 <= index ==> index < a.Length && a[index] == key
  ensures index < 0 ==> forall i :: 0 <= i < a.Length ==> a[i] != key
{
  index := 0;
  while true
    invariant 0 <= index <= a.Length
    invariant forall i :: 0 <= i < index ==> a[i] != key
    decreases a.Length - index
  {
    if index == a.Length {
      index := -1;
      break;
    }
    if a[index] == key {
      return;
    }
    index := index + 1;
  }
}

method OddSum(n: nat) returns (s: nat)
  ensures s % 2 == 0 || s % 2 == 1
{
  s := 0;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
  {
    i := i + 1;
    if i % 2 == 0 {
      continue;
    }
    s := s + i;
  }
}

method TwoLevels(n: nat) returns (x: nat, y: nat)
  ensures x * y == 12 || x == n
{
  x, y := 0, 0;
  label outer:
  while x < n
    invariant x <= n
  {
    y := 0;
    ghost var start := x;
    while y < n
      invariant y <= n
      invariant x == start
    {
      if x * y == 12 {
        break outer;
      }
      if y > x {
        x := x + 1;
        continue outer;
      }
      y := y + 1;
    }
    x := x + 1;
  }
}

method BreakBreak(n: nat)
{
  var i := 0;
  while i < n {
    i := i + 1;
    while true {
      break break;
    }
  }
}

method LabeledBlock(x: int) returns (y: int)
  ensures y >= 0
{
  y := x;
  label check: {
    if x >= 0 {
      break check;
    }
    y := -x;
  }
}

method ContinueInFor(n: nat) returns (count: nat)
  ensures count <= n
{
  count := 0;
  for i := 0 to n
    invariant count <= i
  {
    if i % 3 == 0 {
      continue;
    }
    count := count + 1;
  }
}
