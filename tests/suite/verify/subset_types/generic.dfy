// Subset types with type parameters: each instance is a subset of its own.
type NonEmpty<T> = s: seq<T> | |s| > 0 witness *
type Distinct<T(==)> = s: seq<T> | AllDistinct(s)
type Short<T> = s: seq<T> | |s| <= 3
type ShortDistinct<T(==)> = s: Distinct<T> | |s| <= 3
type Function<!A(!new), B> = f: A --> B | forall a: A :: f.requires(a) witness *
type Same<T> = p: (seq<T>, seq<T>) | p.0 == p.1 witness ([], [])

predicate AllDistinct<T(==)>(s: seq<T>)
{
  forall i, j :: 0 <= i < j < |s| ==> s[i] != s[j]
}

function First<T>(s: NonEmpty<T>): T
{
  s[0]
}

function Reversed<T>(s: NonEmpty<T>): NonEmpty<T>
  ensures |Reversed(s)| == |s|
{
  if |s| == 1 then s else Reversed(s[1..]) + [s[0]]
}

datatype Tree<T> = Leaf | Node(items: NonEmpty<T>, children: Short<Tree<T>>)

function Count<T>(t: Tree<T>): nat
{
  if t.Leaf? then 0 else |t.items|
}

lemma Counted<T>(t: Tree<T>)
  requires t.Node?
  ensures Count(t) > 0 && |t.children| <= 3
{
}

method Cut<T(==)>(s: Distinct<T>) returns (t: ShortDistinct<T>)
  ensures t <= s
{
  t := if |s| > 3 then s[..3] else s;
}

method Apply<A(!new), B>(f: Function<A, B>, a: A) returns (b: B)
  ensures b == f(a)
{
  b := f(a);
}

method Arrays<T>(a: array<NonEmpty<T>>, x: T)
  requires a.Length > 0
  modifies a
  ensures a[0][0] == x
{
  a[0] := [x] + a[0];
}

method Main()
{
  var n: NonEmpty<int> := [1, 2, 3];
  var d: Distinct<int> := [3, 1, 2, 5];
  var c := Cut(d);
  assert |c| <= 3 && AllDistinct(c);
  var t: Tree<char> := Node("ab", [Leaf, Node("c", [])]);
  var p: Same<int>;
  p := ([1], [1]);
  var y := Apply((x: int) => x + 1, 3);
  assert p.0[0] == 1 && Reversed(n) != [] && y == 4;
  print First(n), " ", c, " ", Reversed(n), " ", Count(t), " ", p, "\n";
  print ([] as seq<int>) is NonEmpty<int>, " ", [1, 1] is Distinct<int>, " ", t.children[1].items, " ", y, "\n";
}
