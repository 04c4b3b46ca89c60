// run: resolve
// Members that other languages have, and near misses of those that there are.
method Arrays(a: array<int>) returns (n: int) {
  n := a.length;  // error[unresolved] hint: "write 'a.Length'"
  n := a.size();  // error[unresolved] hint: "write 'a.Length'"
  n := a.Lenght;  // error[unresolved] hint: "did you mean 'Length'?"
}

method Sequences(s: seq<int>) returns (t: seq<int>, n: int, b: bool) {
  n := s.Length;  // error[unresolved] hint: "write '|s|'"
  n := s.length();  // error[unresolved] hint: "write '|s|'"
  t := s.append(3);  // error[unresolved] hint: "write 's + [x]'"
  t := s.add(3);  // error[unresolved] hint: "write 's + [x]'"
  b := s.contains(3);  // error[unresolved] hint: "write 'x in s'"
  n := s.get(0);  // error[unresolved] hint: "write 's[i]'"
  t := s.substring(1, 2);  // error[unresolved] hint: "write 's[i..j]'"
  b := s.isEmpty();  // error[unresolved] hint: "write '|s| == 0'"
  n := s.head;  // error[unresolved] hint: "write 's[0]'"
  t := s.tail;  // error[unresolved] hint: "write 's[1..]'"
}

method Sets(s: set<int>, t: set<int>) returns (u: set<int>, n: int, b: bool) {
  n := s.size();  // error[unresolved] hint: "write '|s|'"
  u := s.union(t);  // error[unresolved] hint: "write 's + t'"
  u := s.add(3);  // error[unresolved] hint: "write 's + {x}'"
  u := s.remove(3);  // error[unresolved] hint: "write 's - {x}'"
  b := s.contains(3);  // error[unresolved] hint: "write 'x in s'"
}

method Maps(m: map<int, int>) returns (k: set<int>, n: int, b: bool) {
  k := m.keys;  // error[unresolved] hint: "write 'm.Keys'"
  k := m.Kyes;  // error[unresolved] hint: "did you mean 'Keys'?"
  n := m.get(3);  // error[unresolved] hint: "write 'm[k]'"
  b := m.containsKey(3);  // error[unresolved] hint: "write 'k in m'"
  n := m.size;  // error[unresolved] hint: "write '|m|'"
}

method Reals(x: real) returns (n: int) {
  n := x.floor;  // error[unresolved] hint: "write 'x.Floor'"
}

datatype Shape = Circle(radius: real) | Square(side: real) {
  function Area(): real { side * side }
  const corners: int := 4
}

method Datatypes(s: Shape) returns (x: real, n: int, b: bool) {
  x := s.raduis;  // error[unresolved] hint: "did you mean 'radius'?"
  x := s.area();  // error[unresolved] hint: "did you mean 'Area'?"
  b := s.Circel?;  // error[unresolved] hint: "did you mean 'Circle?'?"
  n := s.cornres;  // error[unresolved] hint: "did you mean 'corners'?"
  var t := s.(sied := 1.0);  // error[unresolved] hint: "did you mean 'side'?"
  var u := Shape.Squar(1.0);  // error[unresolved] hint: "did you mean 'Square'?"
  var v := Shape.Circle(raduis := 1.0);  // error[arity] error[unresolved] hint: "did you mean 'radius'?"
}

function Kind(s: Shape): int {
  match s
  case Circle(_) => 0
  case Squere(_) => 1  // error[type] hint: "did you mean 'Square'?"
}
