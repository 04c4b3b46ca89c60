// Where values flow into a subset type its constraint is proved.
type Even = x: int | x % 2 == 0
type Small = x: nat | x < 100
type NoWitness = x: int | x > 5  // error[witness]: "cannot find witness that shows type is inhabited (only tried 0); try giving a hint"
type BadWitness = x: int | x > 5 witness 3  // error[witness]: "the given witness expression could not be proved to satisfy constraint"
type Partial = x: int | 10 / x > 1 witness 2  // error[division-by-zero]

method Assign(x: int) returns (e: Even)
{
  e := x;  // error[subset]: "value does not satisfy the subset constraints of 'Even'"
}

method Argument(e: Even)
{
  var f := Assign(e + 1);
  Takes(e + 1);  // error[subset]
}

method Takes(e: Even) {}

function Result(x: int): Even
{
  x + 1  // error[subset]
}

method Narrow(x: nat, s: seq<int>) returns (t: seq<Even>, n: Small)
{
  n := x;  // error[subset]
  t := s;  // error[subset]
}

method Store(a: array<Even>, x: int)
  requires a.Length > 0
  modifies a
{
  a[0] := x;  // error[subset]
}

method Convert(x: int) returns (s: Small)
{
  s := x as Small;  // error[subset]
}

method Loop() returns (s: Small)
{
  s := 0;
  while s < 100
  {
    s := s + 1;  // error[subset]
  }
}
