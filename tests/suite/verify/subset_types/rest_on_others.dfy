// Constraints and witnesses that rest on functions, on other types and on values of the type that they are used for.
datatype List<T> = Nil | Cons(head: T, tail: List<T>) {
  function Length(): nat { if Nil? then 0 else 1 + tail.Length() }
}
function Sum(l: List<nat>): nat { match l case Nil => 0 case Cons(n, rest) => n + Sum(rest) }
predicate All<T>(s: seq<T>, p: T -> bool) { forall i :: 0 <= i < |s| ==> p(s[i]) }
ghost predicate Covers<T(!new)>(s: seq<T>) { forall x: T :: x in s }

type Light = l: List<nat> | Sum(l) < 10
  witness Nil
type Whole = s: seq<bool> | Covers(s)
  ghost witness (assert Covers([false, true]); [false, true])
type Short<T> = l: List<T> | l.Length() < 3
  witness Nil
type Filled<T(0)> = s: seq<T> | |s| > 0
  ghost witness [var x: T :| true; x]
type Small = s: seq<int> | All(s, n => n < 10)

// Instances that are part of themselves by way of what they hold alone.
type Even<T> = s: seq<T> | |s| % 2 == 0
predicate Different<T(==)>(s: seq<T>) { s == [] || (s[0] !in s[1..] && Different(s[1..])) }
type Set<T(==)> = s: seq<T> | Different(s)
type Tidy<T> = s: set<seq<T>> | forall x :: x in s ==> forall y :: y in x ==> |x| > 1
datatype Tree = Tree(below: Even<Tree>)
datatype Heap = Heap(parts: Tidy<Heap>)
datatype Sorted<T(==)> = Sorted(value: T, below: Set<Sorted<T>>, more: Short<Sorted<T>>)
datatype Rose = Bud | Rose(petals: Filled<Rose>)
datatype Thorn = Thorn(rose: Filled<Rose>, next: Filled<Stem>)
datatype Stem = Stem(Filled<Thorn>) | Root(Light)

ghost function Leaves(t: Tree): nat
{
  if t.below == [] then 1 else Leaves(t.below[0]) + Leaves(t.below[1])
}

lemma TwoBelow(t: Tree)
  requires t.below != []
  ensures |t.below| >= 2
{
}

lemma Values()
{
  ghost var t: Tree;
  assert |t.below| % 2 == 0;
  ghost var r: Rose;
  assert r.Rose? ==> |r.petals| > 0;
  ghost var s: Thorn;
  assert |s.next| > 0;
}

method Build() returns (t: Tree)
  ensures |t.below| == 2
{
  var leaf := Tree([]);
  t := Tree([leaf, leaf]);
  var l: Light := Cons(3, Cons(4, Nil));
  var s: Set<Sorted<int>> := [Sorted(1, [], Nil), Sorted(2, [], Nil)];
}
