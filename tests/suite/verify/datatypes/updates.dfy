// Updates keep the constructor and all other fields.
datatype Point = Point(x: int, y: int)
datatype Shape = Dot(at: Point, name: string) | Line(at: Point, to: Point) | Nothing

lemma Moved(p: Point)
  ensures p.(x := 1).y == p.y && p.(x := 1).x == 1
  ensures p.(y := p.x, x := p.y) == Point(p.y, p.x)
{
}

function Shift(s: Shape, d: int): Shape
  requires !s.Nothing?
{
  s.(at := s.at.(x := s.at.x + d))
}

lemma Shifts(s: Shape)
  requires s.Line?
  ensures Shift(s, 2) == Line(Point(s.at.x + 2, s.at.y), s.to)
{
}

datatype Counter = Counter(nameonly count: nat := 0, step: nat := 1)

lemma Defaults()
  ensures Counter(count := 3) == Counter(count := 3, step := 1)
  ensures Counter().count == 0
{
}
