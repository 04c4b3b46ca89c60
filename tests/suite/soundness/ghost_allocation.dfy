// Ghost methods may allocate; their callers must know.

ghost method Make() returns (a: array<int>)
  ensures fresh(a)
  ensures a.Length == 1
{
  a := new int[1];
}

method Client(b: array<int>)
{
  ghost var a := Make();
  assert a.Length == 1;
  assert a != b;
  ghost var c := Make();
  assert a != c;
  assert false;  // error[assertion]
}
