// Contracts and definitions are known in other modules as they are at home.
module Numbers {
  function Twice(x: int): int { 2 * x }

  function Half(x: int): int
    requires x % 2 == 0
    ensures Twice(Half(x)) == x
  {
    x / 2
  }

  const limit: nat := 10

  method Bounded(x: nat) returns (y: nat)
    requires x <= limit
    ensures x <= y <= 2 * limit
  {
    y := Twice(x);
  }

  lemma TwiceIsEven(x: int) ensures Twice(x) % 2 == 0 { }

  module Lists {
    function Sum(s: seq<int>): int { if s == [] then 0 else s[0] + Sum(s[1..]) }

    lemma SumJoin(s: seq<int>, t: seq<int>)
      ensures Sum(s + t) == Sum(s) + Sum(t)
    {
      if s == [] {
        assert s + t == t;
      } else {
        assert (s + t)[1..] == s[1..] + t;
        SumJoin(s[1..], t);
      }
    }
  }
}

module Client {
  import opened Numbers
  import S = Numbers.Lists

  function Sum(s: seq<int>): int { -S.Sum(s) }

  lemma Both(s: seq<int>) ensures Sum(s + s) == -Twice(S.Sum(s)) {
    S.SumJoin(s, s);
  }

  method Use() {
    var y := Bounded(7);
    assert 7 <= y <= 20;
    TwiceIsEven(y);
    assert Half(Twice(y)) == y;
    if * {
      var z := Bounded(11);   // error[precondition]
    } else if * {
      assert Half(3) == 1;    // error[precondition]
    } else {
      assert y == 14;         // error[assertion]
    }
  }
}

method Outside(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := Client.Sum([1, 2]);
  assert a[0] == -3 by { assert Numbers.Lists.Sum([1, 2]) == 1 + Numbers.Lists.Sum([2]); }
}
