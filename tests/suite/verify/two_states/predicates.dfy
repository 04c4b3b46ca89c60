// What may happen to an object between two states, as postcondition, invariant and assertion.
class Counter {
  var value: int
  ghost var log: seq<int>

  constructor ()
    ensures value == 0 && log == []
  {
    value := 0;
    log := [];
  }

  twostate predicate IsGrown()
    reads this
  {
    old(value) <= value && old(log) <= log
  }

  method Step()
    modifies this
    ensures IsGrown() && value == old(value) + 1
  {
    log := log + [value];
    value := value + 1;
  }

  method Steps(n: nat)
    modifies this
    ensures IsGrown()
    ensures value == old(value) + n
  {
    var i := 0;
    while i < n
      invariant 0 <= i <= n
      invariant IsGrown()
      invariant value == old(value) + i
    {
      Step();
      i := i + 1;
    }
  }
}

twostate function Growth(c: Counter): int
  reads c
{
  c.value - old(c.value)
}

twostate function Before(c: Counter): int {
  old(c.value)
}

twostate predicate IsSame(c: Counter)
  reads c
{
  unchanged(c)
}

method Nothing(c: Counter, d: Counter)
  requires c != d
  modifies d
  ensures IsSame(c)
  ensures Growth(c) == 0
{
  d.Step();
  assert Growth(d) == 1;
  assert Before(d) == d.value - 1;
}

// Each call at a label compares with the state there.
method Labels(c: Counter)
  modifies c
  ensures Growth(c) == -old(c.value)
{
  c.value := 1;
  label First:
  c.value := c.value + 5;
  assert Growth@First(c) == 5;
  label Second:
  c.value := 0;
  assert Growth@Second(c) == -6 && Growth@First(c) == -1;
  assert Before@First(c) == 1 && Before@Second(c) == 6;
  assert c.IsGrown@Second() ==> old@First(c.value) == 7;
}

method Objects()
{
  var c := new Counter();
  label Made:
  c.Steps(3);
  assert c.IsGrown@Made();
  assert Growth@Made(c) == 3;
}

// Quantified over, and in comprehensions.
twostate predicate AllGrown(cs: set<Counter>)
  reads cs
{
  forall c | c in cs :: c.IsGrown()
}

method StepAll(cs: seq<Counter>)
  requires forall i, j | 0 <= i < j < |cs| :: cs[i] != cs[j]
  modifies cs
  ensures forall i | 0 <= i < |cs| :: Growth(cs[i]) == 1
{
  var n := 0;
  while n < |cs|
    invariant 0 <= n <= |cs|
    invariant forall i | 0 <= i < n :: Growth(cs[i]) == 1
    invariant forall i | n <= i < |cs| :: IsSame(cs[i])
  {
    cs[n].Step();
    n := n + 1;
  }
}

method One(cs: set<Counter>, c: Counter)
  modifies c
  ensures AllGrown(cs)
{
  c.Step();
  assert forall d | d in cs :: d != c ==> IsSame(d);
  assert AllGrown(cs);
}

// Arrays, and contracts of two-state functions themselves.
twostate function Changed(a: array<int>, i: nat): (r: bool)
  requires i < a.Length
  reads a
  ensures r ==> a[..] != old(a[..])
{
  a[i] != old(a[i])
}

method Set(a: array<int>, i: nat, x: int)
  requires i < a.Length && a[i] != x
  modifies a
  ensures Changed(a, i)
  ensures forall j | 0 <= j < a.Length && j != i :: !Changed(a, j)
{
  a[i] := x;
}
