lemma OtherBound(s: seq<int>, a: int, b: int)
  requires a <= b
  ensures (set k | 0 <= k < a) == (set k | 0 <= k < b)
{  // error[postcondition]
}

lemma OtherFunction(x: int, y: int)
  requires x == y + 1
{
  assert ((k: int) => k + x) == ((k: int) => k + y);  // error[assertion]
}

lemma PartsExchanged(a: int, b: int)
  requires a != b
{
  assert (set k: int | a <= k < b) == (set k: int | b <= k < a);  // error[assertion]
}

// The element that a comprehension mentions twice is not two elements.
lemma SharedPart(a: int, b: int)
  ensures |set k | 0 <= k < 9 && (k == a || k == a)| == |set k | 0 <= k < 9 && (k == a || k == b)|
{  // error[postcondition]
}

method Rewritten(a: array<int>)
  requires a.Length > 0
  modifies a
{
  ghost var before := set k | 0 <= k < a.Length && a[k] > 0;
  a[0] := 1;
  assert before == set k | 0 <= k < a.Length && a[k] > 0;  // error[assertion]
}

ghost method TwoChoices(n: int)
{
  assert (var x :| x > n; x) == (var y :| y > n + 1; y);  // error[assertion]
}
