// The mistake: off by one at the seam of the ring.
function Slot(n: nat, base: nat, head: nat, size: nat): nat
  requires head < size && base <= n < base + size
  ensures Slot(n, base, head, size) < size
{
  var place := head + n - base;
  if place <= size then place else place - size // refuted[postcondition]
}
