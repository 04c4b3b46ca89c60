// Datatypes of modules: qualified, opened, with a constructor of the name of the type.
module Shapes {
  datatype Point = Point(x: int, y: int) {
    function Swap(): Point { Point(y, x) }
    static const Origin: Point := Point(0, 0)
  }
  datatype Shape = Dot(Point) | Line(from: Point, to: Point)
  const Unit := Point(1, 1)
}

module User {
  import S = Shapes
  lemma Twice(p: S.Point)
    ensures p.Swap().Swap() == p
    ensures S.Point.Point(1, 2) == S.Point(1, 2)
    ensures S.Point.Origin.x == 0
  {
  }
}

module Opened {
  import opened Shapes
  function Start(s: Shape): Point {
    match s
    case Dot(p) => p
    case Line(Point(x, y), _) => Point.Point(x, y)
  }
  lemma Starts()
    ensures Start(Line(Unit, Point(2, 2))) == Unit
    ensures Start(Shape.Dot(Point.Origin)) == Point(0, 0)
  {
  }
}
