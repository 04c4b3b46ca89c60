// The names in a default value mean what they mean where it is written, wherever the call stands.
const Limit := 1

function Plain(x: int := Limit): int { x }

datatype Outer = Outer(limit: int) {
  static const Limit := 2
  static function Own(x: int := Limit): int { x }
  static function Other(): int { Plain() }
  static method Get(x: int := Limit) returns (r: int)
    ensures r == x
  {
    r := x;
  }
}

datatype Other = Other {
  static const Limit := 3
  static function Foreign(): int { Outer.Own() + Plain() }
}

datatype Box<T> = Box(content: T) {
  function Two(x: int := Plain() + 1): int { x }
}

method Uses()
{
  assert Plain() == 1;
  assert Outer.Own() == 2 && Outer.Other() == 1;
  assert Other.Foreign() == 3;
  assert Box(true).Two() == 2;
  var r := Outer.Get();
  assert r == 2;
  assert Outer.Other() == Outer.Own();  // error[assertion]
}
