// An array with elements is not an array of a type without values.
type Nothing = x: int | false witness *

method Quantified(a: array<int>, b: array<Nothing>)
  requires a.Length > 0 && b.Length == 0
  ensures false
{ // error[postcondition]
  forall r: array<Nothing> | r.Length > 0
    ensures false // error[forall-postcondition]
  {
    assert r[0] == r[0];
  }
}
method Elements(b: array<Nothing>)
  requires b.Length > 0
  ensures false
{
  var x: int := b[0];
}  // no end: nothing is in the array
