// Types that may be empty: what is made of them has a value if it can do without one of theirs.
datatype Option<T> = None | Some(value: T)
datatype Box<T> = Box(content: T)
datatype Holder<T> = Holder(a: array<T>) | Empty

method Defaults<T, N(00), D(0)>() {
  var o: Option<T> := *;
  var b: Box<T>;
  var c: Box<D> := *;
  ghost var d: Box<N> := *;
  assert o == o && c == c;
  assert d == d;
}

method Unassigned<T>() returns (b: Box<T>)
{
}  // error[definite-assignment]

method UnassignedGhost<T>() returns (ghost b: Box<T>)
{
}  // error[definite-assignment]

method ReadBefore<T>()
{
  var b: Box<T>;
  var c := b;  // error[definite-assignment]
}

lemma Nothing<T>()
  ensures exists b: Box<T> {:trigger Same(b)} :: Same(b)
{  // error[postcondition]
}

lemma Something<T>()
  ensures exists o: Option<T> {:trigger SameOption(o)} :: SameOption(o)
{
  assert SameOption<T>(None);
}

ghost predicate Same<T>(b: Box<T>) { b == b }
ghost predicate SameOption<T>(o: Option<T>) { o == o }

method Heaps<T>(h: Holder<T>, x: T)
  requires h.Holder? && h.a.Length > 0
  modifies h.a
  ensures h.a[0] == x
{
  h.a[0] := x;
}
