// The results of a call go to different places.
method Two() returns (x: int, y: int)
  ensures x == 1 && y == 2
{
  return 1, 2;
}

method Fine(a: array<int>)
  requires a.Length > 1
  modifies a
  ensures a[0] == 1 && a[1] == 2
{
  a[0], a[1] := Two();
}

method SamePlace(a: array<int>)
  requires a.Length > 1
  modifies a
{
  a[0], a[0] := Two();  // error[distinct-targets]
}
