// An object is not an array because it may be one; and an array of one type is none of another.
class C {
  var x: int
}

method AnyIsOne(o: object) returns (n: int)
{
  var a: array<int> := o;  // error[subset]: "is not known to be an instance of type 'array<int>'"
  n := a.Length;
}

method AnyIsOneOfTwoDimensions(o: object)
{
  assert o is array2<int>;  // error[assertion]
}

method Converted(o: object)
{
  var a := o as array<C>;  // error[subset]
}

method PerhapsNull(o: object?)
{
  var a: array?<C> := o;  // error[subset]
}

method ObjectsOfAClass(c: C)
{
  var o: object := c;
  assert o is array<int>;  // error[assertion]
}

method OtherArrays(a: array<int>)
{
  var o: object := a;
  assert o is array<int>;
  assert o is array2<int>;  // error[assertion]
}

method Several(s: seq<object>)
  requires |s| > 1
{
  var a: array<int> := s[0];  // error[subset]
  var b: seq<array<int>> := s;  // error[subset]
}

ghost function Length(o: object): int
  requires o is array<int>
{
  (o as array<int>).Length
}

method Known(a: array<int>, rows: array<array2<bool>>, o: object)
  requires rows.Length > 0
{
  assert Length(a) == a.Length;
  var row: object := rows[0];
  assert row is array2<bool>;
  var new_one: object := new int[3];
  assert new_one is array<int>;
  assert Length(new_one) == 3;
  if o is array<int> {
    assert Length(o) >= 0;
  }
  assert Length(o) >= 0;  // error[precondition]
}
