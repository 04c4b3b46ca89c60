// The constraint says what the type is a subset of.
type Small = x | 0 <= x < Limit()
type Large = x | Ten <= x witness 12
newtype Share = r | 0.0 <= r <= 1.0
newtype Tiny = t | t < 3 as Byte
newtype Byte = x | 0 <= x < 256
type Vowel = c | c == 'a' || c == 'e' || c == 'i'
  witness 'e'
type True = b | b witness true
type Evens = s | AllEven(s)
type Pair = p | p == Swap(p) witness (1, 1)
type Later = x | x < Last
newtype Nested = n: Share | n < Half

const Ten := 10
const Last := 3 as Small
const Half: Share := 0.5

function Limit(): int { 5 }

predicate AllEven(s: seq<int>) { forall i :: 0 <= i < |s| ==> s[i] % 2 == 0 }

function Swap(p: (int, int)): (int, int) { (p.1, p.0) }

lemma Use(s: Small, l: Large, r: Share, t: Tiny, v: Vowel, b: True, e: Evens, later: Later)
  requires |e| > 0
  ensures s < l && r <= 1.0 && t as int <= 2 && v in "aei" && b && e[0] % 2 == 0
  ensures later <= 2
{
}

method Main()
{
  var p: Pair := (4, 4);
  var e: Evens := [2, 4];
  var r: Share := 0.75;
  var x: Nested := 0.25;
  print p, e, r, x, 7 is Small, "\n";
}
