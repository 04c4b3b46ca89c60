// Generic datatypes prove nothing about types that may be empty, and no more of their values than the type arguments say.
datatype List<T> = Nil | Cons(head: T, tail: List<T>)
datatype Box<T> = Box(content: T)
datatype Option<+T> = None | Some(value: T)
datatype Secret<T> = Secret(open: T, ghost hidden: T)
datatype Tree<T> = Node(root: T, children: List<Tree<T>>)
datatype Holder<T> = Holder(a: array<T>)

// There may be no value of type T, so there may be none of type Box<T>.
lemma Empty<T>()
  ensures exists b: Box<T> {:trigger b.content} :: b.content == b.content
{  // error[postcondition]
}

lemma EmptyInLists<T>()
  ensures exists xs: List<T> :: xs.Cons?
{  // error[postcondition]
}

lemma Inhabited<T>(x: T)
  ensures exists xs: List<T> :: xs.Cons?
{
  var xs := Cons(x, Nil);
  assert xs.Cons?;
}

// Nil has no head.
lemma NoHead<T>(xs: List<T>, x: T)
  requires xs.Nil?
{
  assert xs.head == x;  // error[destructor]
}

// What holds of lists of natural numbers need not hold of lists of integers.
ghost predicate AllNatural(xs: List<int>) {
  xs.Nil? || (xs.head >= 0 && AllNatural(xs.tail))
}

lemma NotAllNatural(xs: List<int>)
  ensures AllNatural(xs)
{  // error[postcondition]
}

ghost predicate Natural(o: Option<nat>) {
  o.None? || o.value >= 0
}

lemma AlwaysNatural(o: Option<nat>)
  ensures Natural(o)
{
}

lemma NotNatural(o: Option<int>)
  ensures Natural(o)  // error[subset]
{  // error[postcondition]
}

lemma SomeAreNegative()
  ensures forall o: Option<nat> :: o != Some(-1)  // warning[no-trigger]
{
}

lemma NoneAreNegative()
  ensures forall o: Option<int> :: o != Some(-1)  // warning[no-trigger]
{  // error[postcondition]
}

// The two kinds of boxes are different types; nothing is known of one from the other.
function Content<T>(b: Box<T>): T { b.content }

lemma Boxes(b: Box<nat>, c: Box<int>)
  requires b.content == c.content
  ensures Content(c) >= 0
  ensures Content(c) > 0
{  // error[postcondition]
}

// Ghost fields count in ghost code.
lemma Hidden(s: Secret<int>, t: Secret<int>)
  requires s.open == t.open
  ensures s == t
{  // error[postcondition]
}

// Nothing is inside itself, and what is around it is larger.
lemma NotInside<T>(t: Tree<T>)
  requires t.children == Cons(t, Nil)
  ensures false
  decreases t
{
  NotInside(t.children.head);
}  // no end: there is no such tree

lemma Around<T>(t: Tree<T>)
  ensures false
  decreases t
{
  Around(Node(t.root, Cons(t, Nil)));  // error[decreases]
}

lemma AroundInLists<T>(ts: List<Tree<T>>, x: T)
  ensures false
  decreases ts
{
  AroundInLists(Cons(Node(x, ts), Nil), x);  // error[decreases]
}

lemma Elsewhere<T>(xs: List<T>, ys: List<T>)
  requires ys.Cons?
  ensures false
  decreases xs, ys
{
  Elsewhere(xs, ys.tail);  // error[precondition]
}

lemma Circular<T>(xs: List<T>)
  ensures xs.Nil?
{  // error[postcondition]
}

// An array in a value is not fresh, and is not known to be another one.
method Aliases(h: Holder<int>, i: Holder<int>)
  requires h.a.Length > 0 && i.a.Length > 0
  modifies h.a
{
  h.a[0] := 1;
  assert i.a[0] == old(i.a[0]);  // error[assertion]
}
