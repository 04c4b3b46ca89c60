// Values of a subset type satisfy its constraint, wherever they come from.
type Even = x: int | x % 2 == 0
type Odd = x: int | x % 2 == 1 witness 1
type Digit = d: nat | d < 10
type EvenDigit = d: Digit | d % 2 == 0
type Prime = p: int | p > 1 && forall d :: 2 <= d < p ==> p % d != 0 ghost witness Two()
type Nothing = x: int | false witness *

ghost function Two(): int { 2 }

method Add(a: Even, b: Even) returns (c: Even)
  ensures c == a + b
{
  c := a + b;
}

method Shift(a: Odd) returns (b: Even)
{
  b := a + 1;
}

function Half(e: Even): int { e / 2 }

function Last(n: nat): Digit { n % 10 }

method Digits(n: nat) returns (s: seq<Digit>)
  decreases n
  ensures forall i :: 0 <= i < |s| ==> 0 <= s[i] < 10
{
  if n == 0 {
    return [];
  }
  s := Digits(n / 10);
  s := s + [Last(n)];
}

method Elements(a: array<Even>, s: seq<Even>, i: nat)
  requires i < a.Length && i < |s|
  modifies a
{
  assert a[i] % 2 == 0;
  a[i] := s[i] + 2;
  var sum := 0;
  for k := 0 to a.Length
    invariant sum % 2 == 0
  {
    sum := sum + a[k];
  }
}

method Fresh(n: nat) returns (a: array<Odd>)
  ensures fresh(a) && a.Length == n
{
  a := new Odd[n];
}

lemma All(n: nat)
  requires forall e: Even :: Half(e) != n
  ensures false
{ // no end: what is required is false
  var e: Even := 2 * n;
  assert Half(e) == n;
}

lemma SumIsEven()
  ensures forall a: Even, b: Even :: (a + b) % 2 == 0  // warning[no-trigger]
{
}

lemma NobodyIsHere(x: Nothing)
  ensures false
{ // no end: there is no such value
}

method Tests(x: int, d: EvenDigit) returns (e: Even)
{
  if x is Even {
    e := x;
  } else {
    e := x + 1;
  }
  assert d < 9;
  e := d;
  var y: Digit := d;
  e := (x * 2) as Even;
}

method Main()
{
  var e := Add(4, 6);
  var o: Odd := *;
  var s := Digits(1203);
  print e, " ", s, " ", e is Even, " ", (e + 1) is Even, "\n";
}
