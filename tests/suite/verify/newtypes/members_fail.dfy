// What a member of a newtype gives belongs to its type, and what it requires is required.
newtype Byte = x: int | 0 <= x < 256 {
  function Next(): Byte
  {
    this + 1  // error[subset]
  }

  function Decreasing(): nat
  {
    this.Decreasing()  // error[decreases]
  }

  method Increase() returns (b: Byte)
    requires this < 255
    ensures b == this + 2  // error[subset]
  {  // error[postcondition]
    b := this + 1;
  }
}

type Token {
  function Weight(): nat
  function Ratio(): nat
    requires Weight() > 0
  {
    100 / Weight()
  }
}

method Use(t: Token, u: Token, b: Byte) returns (n: nat)
{
  n := t.Ratio();  // error[precondition]
}

method Weights(t: Token, u: Token)
{
  assert t.Weight() == u.Weight();  // error[assertion]
}

method Call(b: Byte)
{
  var c := b.Increase();  // error[precondition]
}
