// Signatures and fields may leave out the type arguments of subset types and synonyms: those of the declaration stand
// for them, or new ones.
type Even<T> = s: seq<T> | |s| % 2 == 0
type Chosen<T> = s: set<T> | |s| <= 1
type Pair<A, B> = (A, B)

function Double<T>(s: seq<T>): Even {
  s + s
}

// Of what it is made it does not say.
function Half(s: Even): nat {
  |s| / 2
}

method Only(s: Chosen, t: Chosen) returns (r: Chosen)
  ensures |r| <= 1
{
  r := if s == {} then t else s;
}

datatype Box<T> = Box(content: Even)

lemma Boxes(b: Box<int>, c: Box<nat>)
  ensures |b.content| % 2 == |c.content| % 2 == 0
{
}

function Swap<S, T>(p: Pair): (T, S) {
  (p.1, p.0)
}

method Uses()
{
  assert Half(Double([1, 2, 3])) == 3;
  assert Swap((1, true)) == (true, 1);
  var r := Only({2}, {});
  assert r == {} || exists x :: x in r;
  var h := Half([1]);  // error[subset]
}

method Odd<T>(s: Even, x: T) returns (r: Even)
{
  r := s;
  r := s + [x, x];
  r := s + [x];  // error[subset]
}
