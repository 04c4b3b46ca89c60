// What is false of sets is not proved, and each check inside of them is made.

lemma Sizes(a: set<int>, b: set<int>, x: int, y: int)
{
  assert |a + b| <= |a| + |b|;
  assert |{x, y}| == 2;  // error[assertion]
}

lemma Union(a: set<int>, b: set<int>)
{
  assert |a + b| == |a| + |b|;  // error[assertion]
}

lemma Order(a: set<int>, b: set<int>)
{
  assert a <= b || b <= a;  // error[assertion]
}

lemma ProperOrder(a: set<int>, b: set<int>)
  requires a <= b
{
  assert a < b;  // error[assertion]
}

lemma Difference(a: set<int>, b: set<int>)
{
  assert a - b == b - a;  // error[assertion]
}

lemma Disjoint(a: set<int>, b: set<int>, c: set<int>)
  requires a !! b && b !! c
{
  assert a !! c;  // error[assertion]
}

method Choice(s: set<int>)
{
  var x :| x in s;  // error[assign-such-that]
}

method Elements(x: int)
{
  var s: set<nat> := {x};  // error[subset]
}

lemma Meaning(q: seq<int>, n: int)
{
  var s := set i | 0 <= i < n :: q[i];  // error[index-range]
}

lemma MeaningOfRange(q: seq<int>)
{
  var s := set i | 0 <= i < 10 && q[i] > 0;  // error[index-range]
}

lemma Comprehension(s: set<int>)
{
  var t := set x | x in s :: x / 2;
  assert |t| == |s|;  // error[assertion]
}

method Growing(s: set<int>) returns (t: set<int>)
{
  t := s;
  while t != {}  // error[decreases]
  {
    var x :| x in t;
    t := t + {x};
  }
}

ghost function Endless(s: set<int>): int
  decreases s
{
  if s == {} then 0 else Endless(s)  // error[decreases]
}

method Postcondition(s: set<int>, x: int) returns (t: set<int>)
  ensures |t| == |s| + 1
{
  t := s + {x};
  return;  // error[postcondition]
}
