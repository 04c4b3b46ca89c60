// run: resolve
// Instances that may turn out to be the same, of which one is seen by way of a call only.
class Box<A> {
  var v: A
  constructor (a: A) {
    v := a;
  }
}

ghost function Get(o: object): int
  reads o
{
  if o is Box<int> then (o as Box<int>).v else 0
}

method Set<A>(p: Box<A>, o: object, a: A) // error[unsupported]: "generic methods with several instances of a class that may turn out to be the same are not supported yet"
  modifies p
  ensures Get(o) == old(Get(o))
{
  p.v := a;
}

class K {
  const b: array<int>
  constructor (b: array<int>) {
    this.b := b;
  }
  function First(): int
    requires b.Length > 0
    reads b
  {
    b[0]
  }
}

method SetElement<A>(p: array<A>, k: K, a: A) // error[unsupported]: "generic methods with arrays of several element types that may turn out to be the same are not supported yet"
  requires p.Length > 0 && k.b.Length > 0
  modifies p
  ensures k.First() == old(k.First())
{
  p[0] := a;
}

method SetOnly<A>(p: Box<A>, a: A)
  modifies p
{
  p.v := a;
}
