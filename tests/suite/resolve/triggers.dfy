// run: resolve
predicate P(x: int)
predicate Q(x: int, y: int)

method Quantifiers(s: seq<int>, a: array<int>, t: set<int>) {
  assert forall x :: x * x >= 0;
  assert forall x: int :: x < x + 1;                       // warning[no-trigger]: "could not find a trigger for this quantifier"
  assert forall x: int {:nowarn} :: x < x + 1;
  assert forall x: int {:trigger} :: x < x + 1;
  assert forall x: int {:trigger P(x)} :: x < x + 1;
  assert forall i | 0 <= i < |s| :: s[i] == s[i];
  assert exists i :: 0 < i < |s| && s[i - 1] < 3;          // warning[no-trigger]
  assert forall x, y | P(x) && P(y) :: x + y == y + x;
  assert forall x, y | P(x) :: x + y == y + x;             // warning[no-trigger]
  assert forall x :: x in t ==> exists y: int :: y > x;    // warning[no-trigger]
  assert forall x :: P(x + 1);                             // warning[no-trigger]
  assert forall x, y :: Q(x, y) ==> Q(y, x);
  assert forall x | 0 <= x :: forall y | x < y :: P(y);    // warning[no-trigger]
}
