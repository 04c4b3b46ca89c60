// Measures of every type that decrease in loops and in recursion.
newtype Money = x: real | x >= 0.0
newtype Score = x: int | -5 <= x < 100 witness 0
newtype Octet = b: bv8 | b < 200
type Share = r: real | 0.0 <= r witness 0.0
datatype Tree = Leaf | Node(kids: seq<Tree>)

method RealLoop(x: real)
{
  var r := x;
  while r > 0.0
  {
    r := r - 1.5;
  }
}

method RealLoopUp(x: real)
{
  var r := 0.0;
  while r < x
    decreases x - r
  {
    r := r + 1.0;
  }
}

method MoneyLoop(m: Money)
{
  var n := m;
  while n >= 1.0
    decreases n
  {
    n := n - 1.0;
  }
}

method ShareLoop(s: Share)
{
  var t: Share := s;
  while t > 1.0
    decreases t
  {
    t := t - 1.0;
  }
}

method ScoreLoop(s: Score)
{
  var t := s;
  while t > 0
  {
    t := t - 1;
  }
}

method OctetLoop(b: Octet)
{
  var c := b;
  while c != 0
    decreases c
  {
    c := c - 1;
  }
}

method BitsByTheGuard(n: bv8)
{
  var i: bv8 := 0;
  while i < n
  {
    i := i + 1;
  }
  while i != n
  {
    i := i + 1;
  }
}

method BitsBehindAConjunct(n: bv8, b: bool)
{
  var i: bv8 := 0;
  while b && i < n
  {
    i := i + 1;
  }
}

method OctetsByTheGuard(n: Octet)
{
  var i: Octet := 0;
  while i < n
  {
    i := i + 1;
  }
}

method TruthLoop()
{
  var b := true;
  while b
    decreases b
  {
    b := false;
  }
}

method CharacterLoop(c: char)
  requires 'a' <= c <= 'z'
{
  var d := c;
  while d > 'a'
    invariant 'a' <= d <= 'z'
    decreases d
  {
    d := d - 1 as char;
  }
}

method SetLoop(s: set<int>)
{
  var t := s;
  while t != {}
  {
    var x :| x in t;
    t := t - {x};
  }
}

method MapLoop(m: map<int, int>)
{
  var n := m;
  while |n| > 0
    decreases n
  {
    var k :| k in n;
    n := n - {k};
  }
}

method MapsOfTheSameKeys(m: map<int, int>, i: nat)
  requires 0 in m
{
  var n, j := m, i;
  while j > 0
    invariant 0 in n
    decreases n, j
  {
    n := n[0 := j];
    j := j - 1;
  }
}

method MultisetLoop(m: multiset<int>)
{
  var n := m;
  while |n| > 0
    decreases n
  {
    var k :| k in n;
    n := n - multiset{k};
  }
}

method NullLoop(a: array<int>)
{
  var c: array?<int> := a;
  while c != null
    decreases c
  {
    c := null;
  }
}

method OtherArraysAreAlike(a: array<int>, b: array<int>, n: nat)
{
  if n > 0 {
    OtherArraysAreAlike(b, a, n - 1);
  }
}

function Depth(t: Tree): nat
{
  match t
  case Leaf => 0
  case Node(kids) => if kids == [] then 1 else 1 + Depth(kids[0])
}

function Half(r: real): nat
  decreases r
{
  if r < 1.0 then 0 else 1 + Half(r - 1.0)
}

function OfTheScore(s: Score): int
  requires s >= 0
{
  if s == 0 then 0 else 1 + OfTheScore(s - 1)
}

// The tuple that goes on is the smaller one.
function LongTuple(n: nat, k: int): int
  decreases n, 1
{
  if n == 0 then k else ShortTuple(n - 1, k)
}
function ShortTuple(m: nat, k: int): int
  decreases m
{
  LongTuple(m, k)
}

function Bits(b: bv8): int
{
  if b == 0 then 0 else 1 + Bits(b & (b - 1))
}

lemma FirstPartsEqual(p: (int, int), n: nat)
  decreases p, n
{
  if n > 0 {
    FirstPartsEqual(p, n - 1);
  }
}

lemma Ordered(x: int, r: real, b: bv8, s: seq<int>)
  ensures x decreases to x - 1
  ensures r decreases to r - 1.0
  ensures !(r decreases to r - 0.5)
  ensures b > 0 ==> (b decreases to b - 1)
  ensures |s| > 0 ==> (s decreases to s[1..])
  ensures !(x decreases to r)
{
}

lemma OrderedByWhatIsInside(t: Tree)
  ensures (t, Leaf) decreases to t
  ensures (t, Leaf) nonincreases to (t, Leaf)
  ensures (1, (2, t)) decreases to t
{
}

function OfAPair(p: (Tree, int)): nat
  decreases p
{
  OfATree(p.0) + p.1 - p.1
}
function OfATree(t: Tree): nat
  decreases t
{
  if t == Leaf then 0 else OfAPairOfLeaves(Leaf, t)
}
function OfAPairOfLeaves(t: Tree, u: Tree): nat
  requires u != Leaf
  decreases u, 0
{
  1
}
