// The mistake: the slot is not marked as free. The frame that comes next in it is taken for one that has arrived.
class Window {
  ghost var held: set<int>
  const full: array<bool>
  var base: nat
  var head: nat

  ghost predicate Valid()
    reads this, full
  {
    head < full.Length &&
    (forall n :: n in held ==> base <= n < base + full.Length) &&
    (forall n :: base <= n < base + full.Length ==> (full[Slot(n)] <==> n in held))
  }

  function Slot(n: int): nat
    requires head < full.Length && base <= n < base + full.Length
    reads this
    ensures Slot(n) < full.Length
  {
    var place := head + n - base;
    if place < full.Length then place else place - full.Length
  }

  constructor ()
    ensures Valid()
  {
    held, base, head := {}, 0, 0;
    full := new bool[1](_ => false);
  }

  method Next()
    requires Valid() && base in held
    modifies this, full
    ensures Valid() && held == old(held) - {old(base)}
  { // error[postcondition]
    held := held - {base};
    head := if head + 1 < full.Length then head + 1 else 0;
    base := base + 1;
  }
}
