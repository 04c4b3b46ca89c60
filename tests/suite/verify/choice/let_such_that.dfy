// var x :| P; e: some fixed value that meets P; P has a meaning for all values, and some value meets it.
ghost function Above(n: int): int
  ensures Above(n) > n
{
  var x :| x > n; x
}

function Half(n: int): int
  requires n % 2 == 0
  ensures 2 * Half(n) == n
{
  assert n == 2 * (n / 2);
  var h: int :| h == n - h; h
}

function AnyAbove(n: int): int {
  var x :| x > n; x                     // error[unique-choice]: "to be compilable, the value of a let-such-that expression must be uniquely determined"
}

ghost function None(n: int): int {
  var x :| x < n && x > n; x            // error[assign-such-that]
}

ghost function NoNat(n: int): nat {
  var x: nat :| x < n; x                // error[assign-such-that]
}

ghost function Meaningless(s: seq<int>): int {
  var x :| s[x] == x || x == 0; x       // error[index-range]
}

ghost function Pair(n: nat): (int, int) {
  var x, y :| x == n / 2 && y == n - n / 2; (x, y)
}

lemma Sums(n: nat) ensures Pair(n).0 + Pair(n).1 == n { }

lemma Known(n: int)
  ensures Above(n) == Above(n)
{
  var a := Above(n);
  assert a > n;
  assert a == n + 1;                    // error[assertion]
}

lemma Fixed(n: int) {
  var a := var x :| x * x == n * n; x;
  var b := var x :| x * x == n * n; x;
  assert a == b;
  assert a == n || a == -n by { assert (a - n) * (a + n) == 0; }
  assert a == n;                        // error[assertion]
}

lemma NotTheSame(n: int, m: int)
  requires n < m
{
  var a := var x :| x > n; x;
  var b := var x :| x > m; x;
  assert a == b;                        // error[assertion]
}

lemma Local(s: seq<int>)
  requires |s| > 0
{
  var i := var k :| 0 <= k < |s|; k;
  assert s[i] in s;
  assert i == 0;                        // error[assertion]
}

lemma UnderQuantifier()
  ensures forall n :: (var x :| n < x < n + 2; x) == n + 1  // warning[no-trigger]
{
}

lemma NotUnderQuantifier()
  ensures forall n :: (var x :| n < x < n + 3; x) == n + 1  // warning[no-trigger]
{                                       // error[postcondition]
}

// Where it runs, there must be no choice.
function Determined(s: seq<int>): int
  requires |s| > 3
{
  var i :| 2 <= i < 3; s[i]
}

function Undetermined(s: seq<int>): int
  requires |s| > 3
{
  var i :| 2 <= i < 4; s[i]             // error[unique-choice]
}

// What comes out counts, not what is chosen.
function Size(s: set<int>): nat
{
  if s == {} then 0 else var x :| x in s; 1 + |s - {x}|
}

function Halved(s: set<int>): int
  requires s != {}
{
  var x :| x in s; x / 2                // error[unique-choice]
}

method Main() {
  print Determined([1, 2, 3, 4]), "\n";
}

// A choice of a recursive function is justified by the smaller calls alone.
ghost function Descent(n: nat): nat
  ensures Descent(n) <= n
{
  if n == 0 then 0 else var x :| x <= Descent(n - 1) && 0 <= x; x
}

ghost function Circular(n: nat): nat
{
  var x: int :| x == Circular(n) + 1; x // error[decreases]
}
