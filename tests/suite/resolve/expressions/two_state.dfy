// The old state is known only where there are two.

function InFunction(a: array<int>): int
  requires a.Length > 0
  reads a
{
  old(a[0])  // error[misplaced]: "old expressions are not allowed in this context"
}

method InPrecondition(a: array<int>)
  requires a.Length > 0 && old(a[0]) == 1  // error[misplaced]: "old expressions are not allowed in this context"
{
}

method FreshInPrecondition(a: array<int>)
  requires fresh(a)  // error[misplaced]: "fresh expressions are not allowed in this context"
{
}

method InMeasure(a: array<int>)
  decreases old(a.Length)  // error[misplaced]
{
}

method UnknownLabel(a: array<int>)
{
  assert old@nowhere(a.Length) == a.Length;  // error[unresolved]
}
