// Map, filter and fold: three loops that everybody has written, each written once and for all.
//
// Proved here: what each of the three gives, for every function that is passed; that two maps are one
// map of the composed function; that a fold of two parts can be put together when the function allows
// it; and that one loop over the data computes what the three functions say one after the other.
//
// Why it matters: a function that takes functions is proved once, and used with functions that nobody
// had thought of. What it may ask of them stands in its contract: that they are total (->), that they
// have a meaning for the elements at hand (-->, and `requires`), or that they obey a law.

// All elements, each changed by f.
function Map<A, B>(f: A -> B, s: seq<A>): seq<B>
  ensures |Map(f, s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> Map(f, s)[i] == f(s[i])
{
  if s == [] then [] else [f(s[0])] + Map(f, s[1..])
}

// The elements of which p is true, in their order.
function Filter<A(!new)>(p: A -> bool, s: seq<A>): seq<A>
  ensures forall x :: x in Filter(p, s) <==> x in s && p(x)
{
  if s == [] then []
  else if p(s[0]) then [s[0]] + Filter(p, s[1..])
  else Filter(p, s[1..])
}

// Everything put together, from the left.
function Fold<A, B>(f: (B, A) -> B, start: B, s: seq<A>): B
{
  if s == [] then start else Fold(f, f(start, s[0]), s[1..])
}

// ---- Laws: for all functions, so for those of the next program, too.

function Compose<A, B, C>(f: B -> C, g: A -> B): A -> C { x => f(g(x)) }

lemma MapOfMap<A, B, C>(f: B -> C, g: A -> B, s: seq<A>)
  ensures Map(f, Map(g, s)) == Map(Compose(f, g), s)
{
}

lemma FilterOfAppend<A(!new)>(p: A -> bool, s: seq<A>, t: seq<A>)
  ensures Filter(p, s + t) == Filter(p, s) + Filter(p, t)
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[1..] == s[1..] + t;
    FilterOfAppend(p, s[1..], t);
  }
}

lemma FoldOfAppend<A, B>(f: (B, A) -> B, start: B, s: seq<A>, t: seq<A>)
  ensures Fold(f, start, s + t) == Fold(f, Fold(f, start, s), t)
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[1..] == s[1..] + t;
    FoldOfAppend(f, f(start, s[0]), s[1..], t);
  }
}

// Two parts can be folded by two workers, each from the unit, if the function is associative. Of
// subtraction this is not true, and nobody can use the lemma for it.
ghost predicate Associative<A(!new)>(f: (A, A) -> A)
{
  forall x, y, z :: f(f(x, y), z) == f(x, f(y, z))
}
ghost predicate IsUnit<A(!new)>(f: (A, A) -> A, unit: A)
{
  forall x :: f(unit, x) == x && f(x, unit) == x
}

lemma FoldFrom<A(!new)>(f: (A, A) -> A, unit: A, start: A, s: seq<A>)
  requires Associative(f) && IsUnit(f, unit)
  ensures Fold(f, start, s) == f(start, Fold(f, unit, s))
{
  if s != [] {
    FoldFrom(f, unit, f(start, s[0]), s[1..]);
    FoldFrom(f, unit, f(unit, s[0]), s[1..]);
  }
}

lemma FoldInParts<A(!new)>(f: (A, A) -> A, unit: A, s: seq<A>, t: seq<A>)
  requires Associative(f) && IsUnit(f, unit)
  ensures Fold(f, unit, s + t) == f(Fold(f, unit, s), Fold(f, unit, t))
{
  FoldOfAppend(f, unit, s, t);
  FoldFrom(f, unit, Fold(f, unit, s), t);
}

// ---- One loop instead of three.

function Add(x: int, y: int): int { x + y }

method SumOfChosen(chosen: int -> bool, value: int -> int, s: seq<int>) returns (sum: int)
  ensures sum == Fold(Add, 0, Map(value, Filter(chosen, s)))
{
  sum := 0;
  for i := 0 to |s|
    invariant sum == Fold(Add, 0, Map(value, Filter(chosen, s[..i])))
  {
    var before, one := Filter(chosen, s[..i]), Filter(chosen, [s[i]]);
    assert s[..i + 1] == s[..i] + [s[i]];
    FilterOfAppend(chosen, s[..i], [s[i]]);
    assert Map(value, before + one) == Map(value, before) + Map(value, one);
    FoldOfAppend(Add, 0, Map(value, before), Map(value, one));
    if chosen(s[i]) {
      assert one == [s[i]] && Map(value, one) == [value(s[i])];
      sum := sum + value(s[i]);
    } else {
      assert one == [];
    }
  }
  assert s[..|s|] == s;
}

// ---- A function that has no meaning for everything.

function MapPartial<A, B>(f: A --> B, s: seq<A>): seq<B>
  requires forall x :: x in s ==> f.requires(x)
  ensures |MapPartial(f, s)| == |s|
  ensures forall i :: 0 <= i < |s| ==> MapPartial(f, s)[i] == f(s[i])
{
  if s == [] then [] else [f(s[0])] + MapPartial(f, s[1..])
}

function Share(total: int, parts: int): int
  requires parts != 0
{
  total / parts
}

method Shares(total: int, parts: seq<int>) returns (shares: seq<int>)
  requires 0 !in parts
  ensures |shares| == |parts|
{
  shares := MapPartial(n requires n != 0 => Share(total, n), parts);
}

method Main()
{
  var numbers := [3, 1, 4, 1, 5, 9, 2, 6];
  var limit := 2;
  var large := Filter(n => n > limit, numbers);
  limit := 100; // the function keeps the limit that it was made with
  var sum := SumOfChosen(n => n % 2 == 0, n => n * n, numbers);
  var shares := Shares(12, [1, 2, 3]);
  print large, " ", Map(n => 10 * n, large), " ", sum, " ", shares, "\n";
}
