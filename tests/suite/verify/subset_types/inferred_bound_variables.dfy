// A variable of a quantifier, comprehension or choice is of the subset type that it is passed for, unless it is compared or
// calculated with something else: equalities and membership say nothing.
type Even = x: int | x % 2 == 0 witness 0

predicate Small(n: nat) { n < 10 }
predicate Half(e: Even) { e / 2 * 2 == e }

lemma Three()
  requires forall n :: Small(n)
  ensures Small(3)
{
}

lemma All()
  ensures forall n :: Small(n) ==> n < 20
  ensures exists n :: Small(n)
  ensures forall e :: Half(e)
{
  assert Small(3);
}

lemma Found(s: seq<nat>)
  requires exists n :: Small(n) && n in s
  ensures exists i :: 0 <= i < |s| && Small(s[i])
{
}

method Rename(m: map<nat, bool>, f: nat -> nat) returns (r: map<nat, bool>)
  requires forall a: nat, b: nat :: a != b ==> f(a) != f(b)
  ensures forall k :: k in m <==> f(k) in r
  ensures forall k :: k in m ==> r[f(k)] == m[k]
{
  r := map k | k in m :: f(k) := m[k];
}

function Root(n: nat): nat { n / 2 }

lemma Sets(s: set<nat>, t: set<int>)
  ensures forall x :: x in s ==> x >= 0
  ensures (set x | x in s :: Root(x)) == (set x: nat | x in s :: Root(x))
  ensures (set x | x in t && x > 0) <= t
{
}

ghost function Some(s: set<nat>): nat
  requires s != {}
{
  var n :| n in s && (Small(n) || n >= 10); n
}
