// The value in front of the dot of a static member does not matter to it, and has to have a meaning all the same.
class C {
  static const limit: int := 10
  static function Twice(n: int): int { 2 * n }
  static method Id(n: int) returns (r: int)
    ensures r == n
  {
    r := n;
  }
  static lemma Fact()
    ensures limit == 10
  {
  }
}

method Uses(c: C, a: array<C>, i: int)
  requires 0 <= i < a.Length
{
  assert c.limit == 10 && a[i].limit == 10;
  assert c.Twice(4) == 8 == a[i].Twice(4);
  var x := a[i].Id(3);
  a[i].Fact();
  var f := c.Twice;
  assert f(2) == 4 && x == 3;
}

method Missing(a: array<C>, i: int) {
  if * {
    assert a[i].limit == 10; // error[index-range]
  } else if * {
    assert a[i].Twice(4) == 8; // error[index-range]
  } else if * {
    var x := a[i].Id(3); // error[index-range]
  } else if * {
    a[i].Fact(); // error[index-range]
  } else {
    var f := a[i].Twice; // error[index-range]
  }
}
