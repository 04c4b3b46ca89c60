// Members of newtypes are like those of datatypes: `this` is a value of the type.
newtype Byte = x: int | 0 <= x < 256 {
  const Half: int := this as int / 2
  static const Max: Byte := 255

  static function Of(n: int): Byte
  {
    if 0 <= n < 256 then n as Byte else 0
  }

  function Next(): Byte
    requires this < Max
  {
    this + 1
  }

  predicate IsSmall()
  {
    this < 16
  }

  function Digits(): nat
  {
    if IsSmall() then 1 else 1 + (this / 16).Digits()
  }

  lemma FewDigits()
    ensures Digits() <= 2
  {
  }

  method Print()
  {
    print this, " ", Half, " ", this.IsSmall(), "\n";
  }

  method Count<T(==)>(s: seq<T>, x: T) returns (n: Byte)
    requires |s| <= this as int
    ensures n <= this
  {
    n := 0;
    for i := 0 to |s|
      invariant n as int <= i
    {
      if s[i] == x {
        n := n.Next();
      }
    }
  }
}

newtype Ratio = r: real | 0.0 <= r {
  function Whole(): int
    ensures Whole() >= 0
  {
    this.Floor
  }
}

newtype Small = b: Byte | b < 16 witness 3 {
  function Wide(): Byte { this as Byte }
}

method Main()
{
  var b: Byte := 20;
  assert b.Next() == 21 && Byte.Of(300) == 0;
  b.FewDigits();
  b.Print();
  var n := b.Count([1, 2, 1], 1);
  var s: Small := 7;
  var next := b.Next;
  print n <= b, " ", Byte.Max.Digits(), " ", (2.5 as Ratio).Whole(), " ", s.Wide().Next(), " ", next(), "\n";
}
