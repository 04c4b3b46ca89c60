// Two choices may differ, two calls of a method may differ; a function has one value for the same arguments.

method Choose() returns (x: int)
{
  x :| 0 <= x < 2;
}

method Calls()
{
  var a := Choose();
  var b := Choose();
  assert a == b;  // error[assertion]
}

method Havoc(x: int)
{
  var y := x;
  y := *;
  assert y == x;  // error[assertion]
}

function Fixed(x: int): int

method Functions(x: int)
{
  assert Fixed(x) == Fixed(x);
  assert Fixed(x) == Fixed(x + 1);  // error[assertion]
}

method Guards()
{
  var a, b := 0, 0;
  if * { a := 1; }
  if * { b := 1; }
  assert a == b;  // error[assertion]
}
