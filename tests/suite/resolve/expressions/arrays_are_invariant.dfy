// An array of naturals is no array of integers: through the one, the other would be broken.

method Weaken(a: array<nat>) returns (b: array<int>)
{
  b := a;  // error[type]
}

method Strengthen(a: array<int>) returns (b: array<nat>)
{
  b := a;  // error[type]
}

method SequencesAreCovariant(s: seq<nat>) returns (t: seq<int>)
{
  t := s;
}

method Rows(a: array<array<nat>>) returns (b: array<array<int>>)
{
  b := a;  // error[type]
}
