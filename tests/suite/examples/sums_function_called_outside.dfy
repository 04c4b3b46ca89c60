// The mistake: a partial function is called where its precondition is not known to hold.

function Last(s: seq<int>): int
  requires s != []
{
  s[|s| - 1]
}

method SumOfLast(s: seq<int>, t: seq<int>) returns (sum: int)
  requires |s| + |t| > 0
{
  if s == [] {
    sum := Last(t);
  } else {
    sum := Last(s) + Last(t);  // refuted[precondition]
  }
}

function Middle(s: seq<int>): int
{
  (s[0] + s[|s| - 1]) / 2  // refuted[index-range]
}
