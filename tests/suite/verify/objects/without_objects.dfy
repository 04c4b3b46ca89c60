// Of a trait that no class extends there are no objects, so that arrays of them have no elements that a run could have.
trait Nobody {
  var v: int
}

method OfThem(a: array<Nobody>) {
  assert a.Length == 1; // error[assertion]
}

method OfPairs(a: array<(Nobody, int)>) {
  assert a.Length == 1; // error[assertion]
}

method OfTwoDimensions(a: array2<Nobody>) {
  assert a.Length0 == 1; // error[assertion]
}

method OfArrays(a: array<array<Nobody>>, s: set<(Nobody, int)>) {
  assert a.Length == 1; // error[assertion]
  assert |s| == 1; // error[assertion]
}
