// What rests on the contract of a trait's member is no contradiction where an override does not meet it.
trait Gauge {
  var level: int

  method Read() returns (r: int)
    ensures r > 0
  method Reset()
    modifies this`level
  function Value(): int
    ensures Value() > 0
  method Raise(n: int)
    requires n > 0
  function Half(n: int): int
    requires n > 0
}

class Broken extends Gauge {
  var spare: int
  constructor () ensures spare == 0 { spare := 0; }

  method Read() returns (r: int) // error[override-postcondition]
    ensures r == 0
  {
    r := 0;
  }

  method Reset() // error[override-frame]
    modifies this
  {
    spare := 1;
  }

  function Value(): int // error[override-postcondition]
    ensures Value() == 0
  {
    0
  }

  method Raise(n: int) // error[override-precondition]
    requires n > 10
  {
  }

  function Half(n: int): int // error[override-precondition]
    requires n > 10
  {
    n / 2
  }
}

method Reads() {
  var b := new Broken();
  var g: Gauge := b;
  var r := g.Read();
  assert r == 0; // error[assertion]
  assert false;
}

method Resets() {
  var b := new Broken();
  var g: Gauge := b;
  g.Reset();
  assert b.spare == 0;
  assert g.level == 0; // error[assertion]
}

method Values(g: Gauge) {
  assert g.Value() > 0;
  assert g.Value() > 1; // error[assertion]
}

method Raises(g: Gauge) {
  g.Raise(1);
  assert g.Half(1) == 0; // error[assertion]
}
