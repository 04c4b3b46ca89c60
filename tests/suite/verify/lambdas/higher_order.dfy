// Functions that take and give functions, with type parameters.
function Map<A, B>(f: A -> B, s: seq<A>): seq<B>
  ensures |Map(f, s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> Map(f, s)[i] == f(s[i])
{
  if s == [] then [] else [f(s[0])] + Map(f, s[1..])
}

function Filter<A(!new)>(p: A -> bool, s: seq<A>): seq<A>
  ensures forall x :: x in Filter(p, s) <==> x in s && p(x)
{
  if s == [] then []
  else if p(s[0]) then [s[0]] + Filter(p, s[1..])
  else Filter(p, s[1..])
}

function Fold<A, B>(f: (B, A) -> B, start: B, s: seq<A>): B {
  if s == [] then start else f(Fold(f, start, s[..|s| - 1]), s[|s| - 1])
}

function Compose<A, B, C>(f: B -> C, g: A -> B): A -> C { x => f(g(x)) }
function Identity<A>(x: A): A { x }
function Curry<A, B, C>(f: (A, B) -> C): A -> B -> C { x => y => f(x, y) }
function Uncurry<A, B, C>(f: A -> B -> C): (A, B) -> C { (x, y) => f(x)(y) }

lemma MapOfMap<A, B, C>(f: B -> C, g: A -> B, s: seq<A>)
  ensures Map(f, Map(g, s)) == Map(Compose(f, g), s)
{
}

lemma MapOfIdentity<A>(s: seq<A>)
  ensures Map(Identity, s) == s
{
}

lemma Uncurried<A, B, C>(f: (A, B) -> C, x: A, y: B)
  ensures Uncurry(Curry(f))(x, y) == f(x, y)
{
}

// Which laws a fold obeys says the function that is folded.
lemma SumOfAppend(s: seq<int>, t: seq<int>)
  ensures Sum(s + t) == Sum(s) + Sum(t)
{
  if t == [] {
    assert s + t == s;
  } else {
    SumOfAppend(s, t[..|t| - 1]);
    assert (s + t)[..|s + t| - 1] == s + t[..|t| - 1];
  }
}
function Sum(s: seq<int>): int { Fold((x, y) => x + y, 0, s) }

method Uses(n: nat) {
  var s := Map(x => x + n, [1, 2, 3]);
  assert s == [n + 1, n + 2, n + 3];
  var lengths: seq<nat> := Map((t: string) => |t|, ["a", "bc"]);
  assert lengths[1] == 2;
  var even := Filter(x => x % 2 == 0, s);
  assert forall x :: x in even ==> x % 2 == 0;
  var both := Map(Compose((x: int) => x * 2, (x: int) => x + 1), [5]);
  assert both[0] == 12;
}

// A partial function has to have a meaning for the elements only.
function MapPartial<A, B>(f: A --> B, s: seq<A>): seq<B>
  requires forall x :: x in s ==> f.requires(x)
  ensures |MapPartial(f, s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> MapPartial(f, s)[i] == f(s[i])
{
  if s == [] then [] else [f(s[0])] + MapPartial(f, s[1..])
}

function Inverse(x: int): int
  requires x != 0
{
  100 / x
}
method Partial(s: seq<int>)
  requires 0 !in s
{
  var t := MapPartial(Inverse, s);
  assert |t| == |s|;
  var u := MapPartial(x requires x != 0 => 10 / x, [1, 2, 5]);
  assert u[2] == 2;
}

// Recursion through a lambda: what it calls has to decrease, which its precondition says.
datatype Tree = Node(value: int, children: seq<Tree>)

function Total(t: Tree): int { t.value + TotalOf(MapPartial(c requires c in t.children => Total(c), t.children)) }
function TotalOf(s: seq<int>): int { if s == [] then 0 else s[0] + TotalOf(s[1..]) }

function Doubled(t: Tree): Tree
  decreases t
{
  Node(2 * t.value, MapPartial(c requires c in t.children => Doubled(c), t.children))
}
lemma ChildrenOfDoubled(t: Tree, i: nat)
  requires i < |t.children|
  ensures |Doubled(t).children| == |t.children|
  ensures Doubled(t).children[i] == Doubled(t.children[i])
{
}

// Sequences, arrays and sets made by functions.
method Built(f: int -> int, p: int -> bool, n: nat) {
  var s := seq(n, f);
  assert forall i :: 0 <= i < n ==> s[i] == f(i);
  var t: seq<nat> := seq(4, (i: nat) => 2 * i);
  assert t[3] == 6;
  var a := new int[n](f);
  assert forall i :: 0 <= i < n ==> a[i] == f(i);
  var b := set i | 0 <= i < n && p(i);
  assert forall i :: i in b ==> p(i);
  var m := map i | 0 <= i < n :: f(i);
  assert n > 0 ==> m[0] == f(0);
}

function Unknown(x: int): int

// What is known of the value is known of the calls.
lemma FromValueToCalls()
  requires var f: int -> int := Unknown; forall x :: f(x) > 0
  ensures Unknown(3) > 0
{
}
