// The index of a for loop is counted by the integer 1, which its type need not have.
newtype Big = x: int | 100 <= x < 200 witness 100
newtype Negative = x: int | x < 0 witness -1
newtype Tiny = x: int | x == 0

method UpThroughBig() returns (r: int)
  ensures r == 50
{
  r := 0;
  for i: Big := 100 to 150
    invariant r == i as int - 100
  {
    assert i < 150;
    r := r + 1;
  }
}

method DownThroughBig() returns (r: int)
  ensures r == 50
{
  r := 0;
  for i: Big := 150 downto 100
    invariant r == 150 - i as int
  {
    assert 100 <= i;
    r := r + 1;
  }
}

method Negatives() returns (last: Negative)
  ensures last == -10
{
  last := -1;
  for i: Negative := -1 downto -10
    invariant last == i || (last == -1 && i == -1)
  {
    last := i;
  }
}

method NoStepAtAll()
{
  for i: Tiny := 0 to 0
  {
    assert false;
  }
}

method Inferred(low: Big, high: Big) returns (seen: seq<Big>)
  requires low <= high
  ensures |seen| == high as int - low as int
{
  seen := [];
  for i := low to high
    invariant |seen| == i as int - low as int
  {
    seen := seen + [i];
  }
}

method ByABreak() returns (i: Big)
{
  i := 100;
  for k: Big := 100 to *
    invariant k < 190
    decreases 200 - k as int
  {
    if k == 189 { break; }
    i := k;
  }
}
