// Sets of arrays: in frames, fresh, chosen from.

method Clear(all: set<array<int>>)
  modifies all
  ensures forall a :: a in all && a.Length > 0 ==> a[0] == 0
{
  forall a | a in all && a.Length > 0 {
    a[0] := 0;
  }
}

method One(all: set<array<int>>, a: array<int>)
  requires a in all && a.Length > 0
  modifies all
{
  a[0] := 7;
}

method Others(all: set<array<int>>, a: array<int>, b: array<int>)
  requires a in all && b !in all && a.Length > 0 && b.Length > 0
  modifies all
  ensures b[0] == old(b[0])
{
  One(all, a);
}

method Forbidden(all: set<array<int>>, b: array<int>)
  requires b.Length > 0
  modifies all
{
  b[0] := 1;  // error[modifies]
}

method Fresh() returns (all: set<array<int>>)
  ensures fresh(all) && |all| == 2
{
  var a := new int[1];
  var b := new int[1];
  all := {a, b};
}

method NotFresh(a: array<int>) returns (all: set<array<int>>)
  ensures fresh(all)
{
  all := {a};
  return;  // error[postcondition]
}

function First(all: set<array<int>>, a: array<int>): int
  requires a in all && a.Length > 0
  reads all
{
  a[0]
}
