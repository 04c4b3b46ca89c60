// Values inside others: mutually recursive datatypes, sequences and tuples of values; what is inside is smaller.
datatype Tree = Node(value: int, children: seq<Tree>)
datatype Even = Zero | Next(Odd)
datatype Odd = Succ(pred: Even)
datatype Deep = Leaf | Two((Deep, int), seq<(bool, Deep)>)

function Size(t: Tree): nat {
  1 + SizeAll(t.children)
}

function SizeAll(ts: seq<Tree>): nat {
  if |ts| == 0 then 0 else Size(ts[0]) + SizeAll(ts[1..])
}

function Largest(t: Tree): int
  decreases t, |t.children| + 1
{
  if t.children == [] then t.value else LargestOf(t, |t.children|)
}

function LargestOf(t: Tree, n: nat): int
  requires n <= |t.children|
  decreases t, n
{
  if n == 0 then t.value
  else
    var one := Largest(t.children[n - 1]);
    var others := LargestOf(t, n - 1);
    if one > others then one else others
}

predicate All(t: Tree) {
  t.value >= 0 && forall child :: child in t.children ==> All(child)
}

predicate AllByIndex(t: Tree) {
  t.value >= 0 && forall i :: 0 <= i < |t.children| ==> AllByIndex(t.children[i])
}

function EvenValue(e: Even): nat {
  match e
  case Zero => 0
  case Next(o) => 1 + OddValue(o)
}

function OddValue(o: Odd): nat {
  1 + EvenValue(o.pred)
}

lemma IsEven(e: Even)
  ensures EvenValue(e) % 2 == 0
{
  match e
  case Zero =>
  case Next(Succ(p)) => IsEven(p);
}

function Depth(d: Deep): nat {
  match d
  case Leaf => 0
  case Two((a, _), s) =>
    if |s| > 0 then 1 + Depth(a) + Depth(s[0].1) else Depth(a)
}

lemma ByContent(a: Tree, b: Tree)
  requires a.value == b.value && |a.children| == |b.children|
  requires forall i :: 0 <= i < |a.children| ==> a.children[i] == b.children[i]
  ensures a == b
{
}

lemma Concatenated(t: Tree)
  requires |t.children| == 3
  ensures t == Node(t.value, t.children[..1] + t.children[1..])
  ensures Node(0, [t] + []) == Node(0, [t])
{
}
