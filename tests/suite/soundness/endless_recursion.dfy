// Recursion that never ends, with measures of every type: none of it proves anything.
newtype Money = x: real | true
newtype Whole = x: int | true
datatype Tree = Leaf | Node(kids: seq<Tree>)
datatype Box<T> = Box(value: T)

lemma {:induction false} RealBelowZero(r: real) ensures false decreases r { RealBelowZero(r - 1.0); }  // error[decreases]

lemma {:induction false} NewtypeBelowZero(m: Money) ensures false decreases m { NewtypeBelowZero(m - 1.0); }  // error[decreases]

lemma {:induction false} WholeBelowZero(w: Whole) ensures false decreases w { WholeBelowZero(w - 1); }  // error[decreases]

lemma {:induction false} BitsAround(b: bv4) ensures false decreases b { BitsAround(b - 1); }  // error[decreases]

lemma {:induction false} IntThenReal(n: int, r: real) ensures false decreases n
{
  RealThenInt(r, n);  // error[decreases]
}
lemma {:induction false} RealThenInt(r: real, n: int) ensures false decreases r
{
  IntThenReal(n, r);  // error[decreases]
}

lemma {:induction false} IntToReal(n: int) ensures false decreases n
{
  RealToInt(n as real - 1.0);  // error[decreases]
}
lemma {:induction false} RealToInt(r: real) ensures false decreases r
{
  IntToReal(r.Floor - 1);  // error[decreases]
}

lemma {:induction false} WideBits(b: bv8) ensures false decreases b
{
  NarrowBits(b as bv16);  // error[decreases]
}
lemma {:induction false} NarrowBits(b: bv16) ensures false decreases b
{
  if b < 256 { WideBits(b as bv8); } else { NarrowBits(b - 256); }  // error[decreases]
}

lemma {:induction false} LongerIsLess(n: nat) ensures false decreases n
{
  LongerStill(n, n);
}  // no end: the other lemma claims what is false
lemma {:induction false} LongerStill(n: nat, m: nat) ensures false decreases n, m
{
  LongerIsLess(n);  // error[decreases]
}

lemma {:induction false} NoMeasureAtAll() ensures false
{
  OneMore(0);
}  // no end: the other lemma claims what is false
lemma {:induction false} OneMore(n: nat) ensures false
{
  NoMeasureAtAll();  // error[decreases]
}

lemma {:induction false} SetThenNumber(s: set<int>, n: nat) ensures false decreases s
{
  NumberThenSet(|s|, s);  // error[decreases]
}
lemma {:induction false} NumberThenSet(n: nat, s: set<int>) ensures false decreases n
{
  SetThenNumber(s, n);  // error[decreases]
}

lemma {:induction false} InfiniteSets(s: iset<int>, n: int) requires forall x :: x > n ==> x in s ensures false decreases s
{
  InfiniteSets(s - iset{n + 1}, n + 1);  // error[decreases]
}

lemma {:induction false} Pairs(p: (int, int)) ensures false decreases p
{
  Pairs((p.0 - 1, p.1));  // error[decreases]
}

lemma {:induction false} PairsOfTrees(p: (Tree, Tree)) ensures false decreases p
{
  PairsOfTrees((p.1, p.0));  // error[decreases]
}

lemma {:induction false} OfAnyType<T>(x: T, y: T) ensures false decreases x
{
  OfAnyType(y, x);  // error[decreases]
}

lemma {:induction false} TypesGrow<T>(x: T, n: nat) ensures false decreases x, n
{
  TypesChange(5, n);  // error[decreases]
}
lemma {:induction false} TypesChange(k: int, n: nat) ensures false decreases k, n
{
  TypesGrow<int>(k - 1, n);  // error[decreases]
}

lemma {:induction false} ByLength<T>(s: seq<T>, t: Tree) ensures false decreases s
{
  ByRank(Node([t, t, t, t]));  // error[decreases]
}
lemma {:induction false} ByRank(t: Tree) ensures false decreases t
{
  ByLength<Tree>(match t case Leaf => [] case Node(kids) => kids, t);  // error[decreases]
}

lemma {:induction false} ByLengthOfTrees<T>(s: seq<T>, t: Tree) ensures false decreases s
{
  ByRankOfTrees([t, Node([t, t])]);  // error[decreases]
}
lemma {:induction false} ByRankOfTrees(s: seq<Tree>) ensures false decreases s
{
  if |s| == 0 { ByRankOfTrees(s); } else { ByLengthOfTrees<Tree>(s[1..], s[0]); }  // error[decreases]
}

lemma {:induction false} ShorterOfTrees(s: seq<Tree>) requires |s| >= 2 ensures false decreases s
{
  ShorterOfTrees([Node(s), Node(s)]);  // error[decreases]
}

lemma {:induction false} BoxOfBox(b: Box<int>) ensures false decreases b
{
  BoxOfBox(Box(b.value - 1));  // error[decreases]
}

lemma {:induction false} Arrays(a: array<int>, b: array<int>) ensures false decreases a
{
  Arrays(b, a);  // error[decreases]
}

lemma {:induction false} NotNull(a: array?<int>, b: array<int>) ensures false decreases a
{
  NotNull(b, b);  // error[decreases]
}

method HeapFalls(a: array<int>) requires a.Length > 0 ensures false modifies a decreases a[0]
{
  a[0] := a[0] - 1;
  HeapFalls(a);  // error[decreases]
}

method HeapRises(a: array<int>) requires a.Length > 0 ensures false modifies a decreases 10 - a[0]
{
  a[0] := a[0] + 1;
  HeapRises(a);  // error[decreases]
}

method HeapNat(a: array<nat>) requires a.Length > 0 ensures false modifies a decreases a[0]
{
  a[0] := a[0] + 1;
  HeapNat(a);  // error[decreases]
}

lemma {:induction false} Functions(f: int -> int) ensures false decreases f
{
  Functions(x => x);  // error[decreases]
}

lemma {:induction false} MapsByValues(m: map<int, int>) requires 0 in m ensures false decreases m
{
  MapsByValues(m[0 := m[0] - 1]);  // error[decreases]
}

lemma {:induction false} MultisetsByKinds(m: multiset<int>) ensures false decreases m
{
  MultisetsByKinds(multiset{|m|});  // error[decreases]
}

lemma {:induction false} TruthAndBack(b: bool) ensures false decreases b
{
  TruthAndBack(!b);  // error[decreases]
}

lemma {:induction false} Characters(c: char) ensures false decreases c
{
  Characters(if c == 'a' then 'b' else 'a');  // error[decreases]
}

lemma {:induction r} InducedOnReals(r: real) ensures r > 0.0
{  // error[postcondition]
}

lemma {:induction b} InducedOnBits(b: bv8) ensures b > 0
{  // error[postcondition]
}

lemma {:induction w} InducedOnWhole(w: Whole) ensures w > 0
{  // error[postcondition]
}

function Loops(r: real): int ensures false decreases r { Loops(r - 1.0) }  // error[decreases]

function LoopsByBits(b: bv8): int ensures false decreases b { LoopsByBits(b - 1) }  // error[decreases]

function LoopsByPair(p: (nat, nat)): int ensures false decreases p { LoopsByPair((0, p.1)) }  // error[decreases]

function Opposite(n: int): int ensures Opposite(n) == n decreases n { Opposite(n - 1) + 1 }  // error[decreases]

function ByMethod(r: real): int ensures false decreases r { ByMethod(r - 1.0) } by method { return ByMethod(r - 1.0); }  // error[decreases]

method Mixed(n: int, r: real, s: seq<int>) ensures false decreases n, r, s
{
  Mixed(n, r - 0.5, s + [1]);  // error[decreases]
}

lemma {:induction false} DecreasesToDoesNotBound(n: int) ensures false decreases n
{
  assert n decreases to n - 1;
  DecreasesToDoesNotBound(n - 1);  // error[decreases]
}
