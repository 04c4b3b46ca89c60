method Length(a: array?<int>) returns (n: nat)
{
  n := a.Length;  // error[null]
}

method Read(a: array?<int>) returns (x: int)
{
  x := if a == null then 0 else if a.Length > 0 then a[0] else 1;
  x := a[0];  // error[null] error[index-range]
}

method Write(a: array?<int>)
  modifies a
{
  a[0] := 0;  // error[null] error[index-range]
}

method ToNonNull(a: array?<int>) returns (b: array<int>)
{
  b := a;  // error[subset]
}
