// Lists of anything: functions over them, laws by induction, uses at several types, trees with lists of trees.
datatype List<T> = Nil | Cons(head: T, tail: List<T>)

function Length<T>(xs: List<T>): nat {
  match xs
  case Nil => 0
  case Cons(_, rest) => 1 + Length(rest)
}

function Append<T>(xs: List<T>, ys: List<T>): List<T> {
  if xs.Nil? then ys else Cons(xs.head, Append(xs.tail, ys))
}

function Reverse<T>(xs: List<T>): List<T> {
  match xs
  case Nil => Nil
  case Cons(x, rest) => Append(Reverse(rest), Cons(x, Nil))
}

lemma AppendNil<T>(xs: List<T>)
  ensures Append(xs, Nil) == xs
{
}

lemma AppendAssociative<T>(xs: List<T>, ys: List<T>, zs: List<T>)
  ensures Append(Append(xs, ys), zs) == Append(xs, Append(ys, zs))
{
}

lemma ReverseAppend<T>(xs: List<T>, ys: List<T>)
  ensures Reverse(Append(xs, ys)) == Append(Reverse(ys), Reverse(xs))
{
  match xs
  case Nil => AppendNil(Reverse(ys));
  case Cons(x, rest) =>
    ReverseAppend(rest, ys);
    AppendAssociative(Reverse(ys), Reverse(rest), Cons(x, Nil));
}

lemma ReverseTwice<T>(xs: List<T>)
  ensures Reverse(Reverse(xs)) == xs
{
  match xs
  case Nil =>
  case Cons(x, rest) =>
    ReverseAppend(Reverse(rest), Cons(x, Nil));
}

function FromSeq<T>(s: seq<T>): List<T>
  ensures Length(FromSeq(s)) == |s|
{
  if s == [] then Nil else Cons(s[0], FromSeq(s[1..]))
}

function ToSeq<T>(xs: List<T>): seq<T> {
  if xs.Cons? then [xs.head] + ToSeq(xs.tail) else []
}

lemma ThereAndBack<T>(s: seq<T>)
  ensures ToSeq(FromSeq(s)) == s
{
}

// Type arguments that are left out in a signature are its type parameters.
function Swapped(xs: List, ys: List): (List, List) {
  (ys, xs)
}

lemma SwappedTwice<T>(xs: List, ys: List)
  ensures Swapped(Swapped(xs, ys).0, Swapped(xs, ys).1) == (xs, ys)
{
}

function Sum(xs: List<int>): int {
  match xs
  case Nil => 0
  case Cons(x, rest) => x + Sum(rest)
}

lemma SumAppend(xs: List<int>, ys: List<int>)
  ensures Sum(Append(xs, ys)) == Sum(xs) + Sum(ys)
{
}

// The elements of a list of numbers are not negative, so that their sum is not.
function Total(xs: List<nat>): nat {
  match xs
  case Nil => 0
  case Cons(x, rest) => x + Total(rest)
}

// A type that is made of another that is made of it.
datatype Tree<T> = Node(root: T, children: List<Tree<T>>)

function Size<T>(t: Tree<T>): nat {
  1 + Sizes(t.children)
}

function Sizes<T>(ts: List<Tree<T>>): nat {
  match ts
  case Nil => 0
  case Cons(t, rest) => Size(t) + Sizes(rest)
}

lemma SizesAppend<T>(ts: List<Tree<T>>, us: List<Tree<T>>)
  ensures Sizes(Append(ts, us)) == Sizes(ts) + Sizes(us)
{
}

datatype Forest<T> = Forest(trees: seq<Forest<T>>, names: map<int, List<Forest<T>>>)

function Depth<T>(f: Forest<T>): nat
  decreases f
{
  if |f.trees| == 0 then 0 else 1 + Depth(f.trees[0])
}

function Named<T>(f: Forest<T>, n: int): nat
  decreases f
{
  if n in f.names && f.names[n].Cons? then 1 + Named(f.names[n].head, n) else 0
}

datatype Even<A, B> = Stop | Step(A, Odd<B, A>)
datatype Odd<A, B> = Step'(A, Even<B, A>)

function Steps<A, B>(e: Even<A, B>): nat {
  match e
  case Stop => 0
  case Step(_, o) => 1 + OddSteps(o)
}

function OddSteps<A, B>(o: Odd<A, B>): nat {
  match o
  case Step'(_, e) => 1 + Steps(e)
}

lemma EvenSteps<A, B>(e: Even<A, B>)
  ensures Steps(e) % 2 == 0
{
  match e
  case Stop =>
  case Step(_, Step'(_, rest)) => EvenSteps(rest);
}

method Main() {
  var xs := Cons(1, Cons(2, Nil));
  var names := Cons("a", Nil);
  var longer := Append(names, Cons("b", Nil));
  SumAppend(xs, xs);
  assert Sum(Append(xs, xs)) == 2 * Sum(xs);
  print xs, " ", longer, " ", Sum(xs), " ", Length(longer), "\n";
  print Reverse(xs), " ", FromSeq([true, false]), " ", ToSeq(longer), "\n";
  var total := Total(Cons(3, Nil));
  assert total == 3;
  var t := Node('r', Cons(Node('s', Nil), Nil));
  print t, " ", Size(t), "\n";
  print Steps(Step(1, Step'(true, Stop))), "\n";
}
