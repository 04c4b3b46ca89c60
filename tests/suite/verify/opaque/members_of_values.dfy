// An opaque member is revealed by way of a value, too.
class C {
  opaque function Five(): int { 5 }
}

datatype D = D(n: int) {
  opaque predicate Positive() { n > 0 }
}

method Use(c: C, d: D)
  requires d.Positive()
{
  reveal c.Five();
  assert c.Five() == 5;
  if * {
    assert d.n > 0; // error[assertion]
  } else {
    reveal d.Positive();
    assert d.n > 0;
  }
}
