// Where values enter the instances, the constraint has to hold.
type NonEmpty<T> = s: seq<T> | |s| > 0 witness *
type Unproved<T> = s: seq<T> | |s| > 0  // error[witness]: "cannot find witness that shows type is inhabited (only tried [])"
type Below<T> = p: (T, int) | p.1 < 10 witness *
datatype Wrapped<T> = Wrapped(items: NonEmpty<T>)

method Enters<T>(s: seq<T>) returns (t: NonEmpty<T>)
{
  t := s;  // error[subset]: "value does not satisfy the subset constraints of 'NonEmpty<T>'"
}

method Inside(s: seq<int>) returns (w: Wrapped<int>)
{
  w := Wrapped(s);  // error[subset]: "value does not satisfy the subset constraints of 'NonEmpty<int>'"
}

function Tail<T>(s: NonEmpty<T>): NonEmpty<T>
{
  s[1..]  // error[subset]
}

method Element(a: array<NonEmpty<int>>)
  requires a.Length > 0
  modifies a
{
  a[0] := a[0][1..];  // error[subset]
}

method Unassigned<T>() returns (s: NonEmpty<T>)
{
}  // error[definite-assignment]

method Pairs(n: int) returns (p: Below<bool>)
{
  p := (true, n);  // error[subset]
}
