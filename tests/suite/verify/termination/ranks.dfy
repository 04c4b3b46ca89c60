// A value of a datatype is greater than what is inside it.
datatype List<T> = Nil | Cons(head: T, tail: List<T>)
datatype Tree = Node(number: int, children: List<Tree>)
datatype Rose = Rose(petals: seq<Rose>)
datatype Bag = Bag(some: set<Bag>, many: multiset<Bag>, numbered: map<int, Bag>)

ghost function Elements<T>(xs: List<T>): set<T> {
  match xs
  case Nil => {}
  case Cons(x, rest) => {x} + Elements(rest)
}

lemma ElementsAreSmaller<T>(xs: List<T>)
  ensures forall x :: x in Elements(xs) ==> x < xs
{
}

function Fold<A, B(!new)>(xs: List<A>, unit: B, f: (A, B) --> B): B
  requires forall x: A, y: B :: x < xs ==> f.requires(x, y)
{
  match xs
  case Nil => unit
  case Cons(x, rest) => f(x, Fold(rest, unit, f))
}

function Sum(t: Tree): int {
  Fold(t.children, t.number, (c: Tree, s: int) requires c < t => s + Sum(c))
}

lemma Order(t: Tree, r: Rose, b: Bag, i: int)
{
  assert t.children < t;
  assert t > t.children;
  assert !(t < t);
  assert forall u: Tree :: u < t.children ==> u < t;  // warning[no-trigger]
  if |r.petals| > 0 {
    assert r.petals[0] < r;
  }
  assert forall c :: c in b.some ==> c < b;
  assert forall c :: c in b.many ==> c < b;
  if i in b.numbered {
    assert b.numbered[i] < b;
  }
}

lemma NothingIsInsideItself(xs: List<int>, t: Tree, r: Rose)
  ensures xs != Cons(1, xs)
  ensures xs.Cons? ==> xs != xs.tail
  ensures xs.Cons? ==> xs.tail != Cons(2, xs)
  ensures t != Node(0, Cons(t, Nil))
{
  assert [r][0] == r;
  assert r != Rose([r]);
}

datatype Sets = None | Some(set<Sets>)
datatype Many = No | Yes(multiset<Many>)

lemma NorInASetOfItself(s: Sets, m: Many)
  ensures s != Some({s})
  ensures m != Yes(multiset{m})
{
}
