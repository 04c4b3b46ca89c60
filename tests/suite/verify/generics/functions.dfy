// Generic functions and lemmas: proved once, used at several types.

function Reverse<T>(s: seq<T>): seq<T>
{
  if s == [] then [] else Reverse(s[1..]) + [s[0]]
}

lemma ReverseLength<T>(s: seq<T>)
  ensures |Reverse(s)| == |s|
{
}

lemma ReverseAppend<T>(s: seq<T>, t: seq<T>)
  ensures Reverse(s + t) == Reverse(t) + Reverse(s)
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[1..] == s[1..] + t;
    ReverseAppend(s[1..], t);
  }
}

lemma ReverseTwice<T>(s: seq<T>)
  ensures Reverse(Reverse(s)) == s
{
  if s != [] {
    ReverseTwice(s[1..]);
    ReverseAppend(Reverse(s[1..]), [s[0]]);
    assert Reverse([s[0]]) == [s[0]];
  }
}

function Second<A, B>(pair: (A, B)): B { pair.1 }

predicate Has<T(==)>(s: seq<T>, x: T)
  ensures Has(s, x) <==> x in s
{
  s != [] && (s[0] == x || Has(s[1..], x))
}

method Use()
{
  ReverseTwice([1, 2, 3]);
  ReverseTwice("abc");
  assert Reverse(Reverse("abc")) == "abc";
  ReverseLength([true]);
  assert |Reverse([true])| == 1;
  assert Second((1, 'x')) == 'x';
  assert Second<int, bool>((1, true));
  var s: seq<nat> := [3, 4];
  ReverseLength(s);
  var r: seq<nat> := Reverse(s);
  assert |r| == 2;
  assert Has([1], 1);
}

// Mutual recursion, at the same type and at another.
function Even<T>(s: seq<T>): bool
{
  s == [] || Odd(s[1..])
}

function Odd<U>(s: seq<U>): bool
{
  s != [] && Even(s[1..])
}

lemma EvenOrOdd<T>(s: seq<T>)
  ensures Even(s) != Odd(s)
  ensures Even(s) <==> |s| % 2 == 0
{
}

function Length<T>(s: seq<T>): nat
{
  if s == [] then Digits(0) else 1 + Length(s[1..])
}

function Digits(n: nat): nat
{
  if n == 0 then 0 else 1 + Digits(n - 1)
}

lemma LengthIsLength<T>(s: seq<T>)
  ensures Length(s) == |s|
{
}

// Sets in a signature: their elements can be compared.
method Elements<T>(s: seq<T>) returns (all: set<T>)
  ensures forall x :: x in s <==> x in all
{
  all := {};
  for i := 0 to |s|
    invariant forall x :: x in s[..i] <==> x in all
  {
    all := all + {s[i]};
  }
}

function Without<T>(s: set<T>, x: T): set<T> { if x in s then s - {x} else s }

lemma WithoutIsSmaller<T>(s: set<T>, x: T)
  requires x in s
  ensures |Without(s, x)| == |s| - 1
{
}
