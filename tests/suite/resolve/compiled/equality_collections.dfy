// Compiled collections hold what can be compared when the program runs; those of ghost code hold anything.
datatype Card = Card(face: int, ghost owner: int)
datatype Deck = Deck(cards: seq<Card>)
datatype Coin = Head | Tail

method Displays(c: Card, f: int -> int, coin: Coin) {
  print |{c}|;                      // error[characteristic]: "set argument type must support equality (got Card)"
  print |multiset{c, c}|;           // error[characteristic]: "multiset argument type must support equality (got Card)"
  print |map[c := 1]|;              // error[characteristic]: "map domain type must support equality (got Card)"
  print |{f, f}|;                   // error[characteristic]: "set argument type must support equality (got int -> int)"
  print |{(1, ghost 2)}|;           // error[characteristic]: "set argument type must support equality (got (int, ghost int))"
  print |{Deck([c])}|;              // error[characteristic]: "set argument type must support equality (got Deck)"
  print |[{[c]}]|;                  // error[characteristic]: "set argument type must support equality (got seq<Card>)"
  print |map[1 := c]|, |{coin}|, |{[coin]}|, |{{1}}|, |[c, c]|, |map[coin := f]|;
  ghost var g := ({c}, multiset{f}, map[(1, ghost 2) := 3]);
}

method Made(cards: seq<Card>, m: map<int, Card>, n: map<int, int>) {
  print |multiset(cards)|;          // error[characteristic]: "multiset argument type must support equality (got Card)"
  print |set i | 0 <= i < |cards| :: cards[i]|;          // error[characteristic]: "set argument type must support equality (got Card)"
  print |map i | 0 <= i < |cards| :: cards[i] := i|;     // error[characteristic]: "map domain type must support equality (got Card)"
  print |m.Values|;                 // error[characteristic]: "cannot compute the set of Values because the type of the range of the map (Card) does not support equality"
  print |m.Items|;                  // error[characteristic]: "cannot compute the set of Items"
  print |map i | 0 <= i < |cards| :: i := cards[i]|, |m.Keys|, |n.Values|, |seq(3, i => cards)|;
  ghost var g := (multiset(cards), set i | 0 <= i < |cards| :: cards[i], m.Values);
}

method Membership(c: Card, cards: seq<Card>, coins: seq<Coin>) {
  print c in cards;                 // error[characteristic]: "in can only be applied to expressions of sequence types that support equality (got seq<Card>)"
  print cards <= cards;             // error[characteristic]: "<= can only be applied to expressions of sequence types that support equality (got seq<Card>)"
  print cards == cards;             // error[characteristic]: "== can only be applied to expressions of types that support equality (got seq<Card>)"
  print cards == [], Head in coins, coins < coins;
  ghost var g := c in cards && cards <= cards;
}

// What is declared counts as well.
method Parameters(s: set<Card>,     // error[characteristic]: "set argument type must support equality (got Card)"
                  ghost g: set<Card>, m: map<Card, int>)  // error[characteristic]: "map domain type must support equality (got Card)"
  returns (r: multiset<Card>)       // error[characteristic]: "multiset argument type must support equality (got Card)"
{
  var local: set<seq<Card>>;        // error[characteristic]: "set argument type must support equality (got seq<Card>)"
  ghost var hidden: set<Card> := {};
  var a := new set<Card>[3];        // error[characteristic] error[characteristic]
  r := multiset{};                  // error[characteristic]
}

function Result(): set<Card>        // error[characteristic]: "set argument type must support equality (got Card)"
{ {} }                              // error[characteristic]
ghost function GhostResult(c: Card): set<Card> { {c} }
const Cards: iset<Card>             // error[characteristic]: "iset argument type must support equality (got Card)"
ghost const GhostCards: set<Card> := {}
datatype Box = Box(s: set<Card>)    // error[characteristic]: "set argument type must support equality (got Card)"
datatype GhostBox = GhostBox(ghost s: set<Card>)
type Hand = s: set<Card> | |s| < 5  // error[characteristic]: "set argument type must support equality (got Card)" error[characteristic]
ghost predicate InHand(c: Card, h: set<Card>) { c in h }

lemma Ghostly(s: set<Card>, f: int -> int)
  ensures Card(1, 2) in s + {Card(1, 2)}
{
  var t := s + {Card(1, 2)};
  var u := multiset{f};
  assert |u| == 1;
}

method Nested(f: set<Card> -> int,  // error[characteristic]: "set argument type must support equality (got Card)"
              g: Card -> int)
{
  var h := (s: set<Card>) => 3;     // error[characteristic] error[characteristic]
  var k := (c: Card) => c.face;
  print var t: set<Card> := {}; 3;  // error[characteristic] error[characteristic]
}

method KeysAlone(handlers: map<string, int -> int>, name: string) returns (found: bool)
{
  found := name in handlers && name !in handlers - {name};
}
