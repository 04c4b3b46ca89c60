// A puzzle: the index of a maximum, by elimination from both ends.
//
// Proved here: the place where the two ends meet holds a maximum of the array.
//
// Why it matters: the obvious invariant ("the maximum lies between the two ends") speaks of something that the
// program does not know. The one that works says it without naming the maximum: whatever has been eliminated is
// no larger than one of the two ends.

method MaximumByElimination(a: array<int>) returns (at: nat)
  requires 0 < a.Length
  ensures at < a.Length
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= a[at]
{
  at := 0;
  var other := a.Length - 1;
  while at < other
    invariant at <= other < a.Length
    invariant forall i :: 0 <= i < at || other < i < a.Length ==> a[i] <= a[at] || a[i] <= a[other]
  {
    if a[at] <= a[other] {
      at := at + 1;
    } else {
      other := other - 1;
    }
  }
}

method Main()
{
  var a := new int[] [3, 1, 4, 1, 5, 9, 2, 6];
  var at := MaximumByElimination(a);
  print at, ": ", a[at], "\n";
}

// A proof speaks of all inputs. A test speaks of one, and guards against a specification that says too little:
// `daphnia test` runs it.
method {:test} TheLastOfEqualNumbers()
{
  var a := new int[] [7, 7, 1];
  var at := MaximumByElimination(a);
  expect at == 1, "of equal numbers, the one on the left is eliminated";
}
