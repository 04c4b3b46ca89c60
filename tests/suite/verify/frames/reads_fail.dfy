function NoClause(a: array<int>): int
  requires a.Length > 0
{
  a[0]  // error[reads]
}

function OtherArray(a: array<int>, b: array<int>): int
  requires b.Length > 0
  reads a
{
  b[0]  // error[reads]
}

function First(a: array<int>): int
  requires a.Length > 0
  reads a
{
  a[0]
}

function Indirect(a: array<int>): int
  requires a.Length > 0
{
  First(a)  // error[reads]
}

predicate InQuantifier(a: array<int>)
{
  forall i :: 0 <= i < a.Length ==> a[i] > 0  // error[reads]
}

function Contents(a: array<int>): seq<int>
{
  a[..]  // error[reads]
}

function InPrecondition(a: array<int>): int
  requires a.Length > 0 && a[0] == 1  // error[reads]
{
  3
}

method NoFrame(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0
  requires First(a) == 5
  modifies b
{
  b[0] := 7;
  assert First(a) == 5;  // error[assertion]
}
