// A datatype that grows with its argument, and one that does not.
datatype Option<+T> = None | Some(value: T)
datatype Box<T> = Box(content: T)

function Widen(o: Option<nat>): Option<int> {
  o
}

function Narrow(o: Option<int>): Option<nat>
  requires o.Some? ==> o.value >= 0
{
  o
}

function NarrowWrongly(o: Option<int>): Option<nat> {
  o  // error[subset]
}

lemma Same(o: Option<nat>, p: Option<int>)
  requires o == p
  ensures p.Some? ==> p.value >= 0
{
}

lemma NotSame(p: Option<int>)
  ensures p.Some? ==> p.value >= 0
{  // error[postcondition]
}

function Inside(o: Option<seq<Option<nat>>>): Option<seq<Option<int>>> {
  o
}

function Choose(b: bool, o: Option<nat>, i: int): Option<int> {
  if b then o else Some(i)
}

function Unbox(b: Box<nat>): nat {
  b.content
}

method Boxes(i: int) returns (b: Box<nat>)
{
  var c := Box(i);
  if i >= 0 {
    b := Box(c.content);
  } else {
    b := Box(-i);
    assert Unbox(b) == -i;
  }
  var s: set<Option<nat>> := {None, Some(1)};
  var t: set<Option<int>> := s;
  assert Some(1) in t;
  assert Some(-1) !in t;
}

lemma Members(s: set<Option<nat>>, o: Option<int>)
  requires o in s
  ensures o != Some(-1)
{
}
