// Updates need a constructor with all the fields; values have to fit.
datatype Shape = Dot(at: int, name: string) | Line(at: int, to: nat) | Nothing

function Move(s: Shape): Shape {
  s.(at := 1)  // error[destructor]: "source of datatype update must be constructed by 'Dot' or 'Line'"
}

function Narrow(s: Shape, n: int): Shape
  requires s.Line?
{
  s.(to := n)  // error[subset]
}

lemma Other(s: Shape)
  requires s.Line?
  ensures s.(at := 0) == s
{  // error[postcondition]
}
