// A constant of a type parameter's type: what it holds never changes.
class Box<T> {
  const content: T
  var count: int

  constructor (t: T)
    ensures content == t
  {
    content := t;
  }
}

method Use() {
  var b := new Box(3);
  var before := b.content;
  b.count := 4;
  assert b.content == before == 3;
  var s := new Box([true]);
  assert s.content[0];
  assert s.content == [false]; // error[assertion]
}
