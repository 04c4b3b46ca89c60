method NotTheEntry(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 3;
  assert old(a[0]) == 3;  // error[assertion]
}

method OldOfFresh()
{
  var a := new int[1];
  a[0] := 1;
  ghost var x := old(a[0]);  // error[allocated]
}

method NotFresh(a: array<int>)
{
  assert fresh(a);  // error[assertion]
}

method FreshSinceTooLate()
{
  var a := new int[1];
  label after:
  assert fresh(a);
  assert fresh@after(a);  // error[assertion]
}

method LoopForgetsTheRelation(a: array<int>, n: nat)
  requires a.Length > 0
  modifies a
  ensures a[0] == old(a[0]) + n
{  // error[postcondition]
  var i := 0;
  while i < n
    invariant i <= n
  {
    a[0] := a[0] + 1;
    i := i + 1;
  }
}
