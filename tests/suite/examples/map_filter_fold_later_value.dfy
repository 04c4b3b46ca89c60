// The mistake: a function keeps the values that variables had when it was made.

method Limits(n: int)
{
  var limit := 2;
  var isLarge := (x: int) => x > limit;
  limit := 100;
  assert isLarge(n) ==> n > limit;  // refuted[assertion]
}

// And the function that is folded decides whether parts can be folded apart.
function Fold(f: (int, int) -> int, start: int, s: seq<int>): int
  decreases s
{
  if s == [] then start else Fold(f, f(start, s[0]), s[1..])
}

lemma {:induction false} FoldInParts(f: (int, int) -> int, s: seq<int>, t: seq<int>)
  ensures Fold(f, 0, s + t) == f(Fold(f, 0, s), Fold(f, 0, t))
{  // refuted[postcondition]
}
