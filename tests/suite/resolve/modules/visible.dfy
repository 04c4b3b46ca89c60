// run: resolve
// From inside a module one sees what it declares and imports; of another module, all that it declares.
const top := 1

module Base {
  type Number = int
  const one: Number := 1
  function Next(n: Number): Number { n + one }
  method Step(n: Number) returns (r: Number) ensures r == Next(n) { r := Next(n); }
  lemma Grows(n: Number) ensures Next(n) > n { }

  module Inner {
    const two := 2
    function Next(n: int): int { n + two } // another module, another Next
  }

  function Far(n: int): int { Inner.Next(Next(n)) }
}

module Base.Late { // belongs to Base, declared outside
  import Inner
  const three := Inner.two + 1
}

module Client {
  import Base
  import Short = Base.Inner
  import Base.Late
  import opened Deep = Base.Late.Inner

  const n: Base.Number := Base.Next(Short.two) + Late.three + Base.Inner.two + two
  method M(s: seq<Base.Number>) returns (r: Base.Number) {
    r := Base.Step(4);
    Base.Grows(n := r);
    var Short := r; // a variable comes before a module
    r := Short + Base.Far(Short);
    assert two == 2;
  }
}

module Self { // a name of one's own comes before what is imported
  import opened Base
  const one := 'a'
  const two: char := one
  const three: int := Next(2)
  method Local(Base: int) returns (r: int) { r := Base; }
}

import opened Base
import L = Base.Late

method Outside() returns (r: Number) {
  r := top + Next(3) + L.three + Base.Late.three + Client.n;
  assert Client.Base.one == Inner.two - one;
  assert Self.one == 'a';
}
