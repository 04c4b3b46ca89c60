// Constants of values whose type follows from their value, wherever they are declared.
datatype Point = Point(x: int, y: nat) {
  const sum := x + y
  const height := y
  const parts := [sum, twice]
  const twice := 2 * sum
  ghost const within := forall i | 0 <= i < |parts| :: parts[i] <= sum + twice || sum < 0
  static const Origin := Point(0, 0)

  function Moved(): Point
    ensures Moved().sum == sum + 1
  {
    Point(x + 1, y)
  }
  const next := Moved()
}

datatype List<T> = Nil | Cons(head: T, tail: List<T>) {
  const length := Length()
  function Length(): nat {
    if Nil? then 0 else 1 + tail.Length()
  }
}

newtype Small = n: int | 0 <= n < 100 {
  const half := this / 2
  const even := half * 2 == this
}

method Uses(p: Point, l: List<bool>)
{
  assert p.sum == p.x + p.height;
  assert p.parts[1] == 2 * p.sum;
  assert p.next.sum == p.sum + 1;
  assert Point.Origin.twice == 0;
  assert l.length >= 0;
  assert Cons(true, Nil).length == 1;
  var s: Small := 7;
  assert s.half == 3 && !s.even;
  assert p.next == p;  // error[assertion]
}
