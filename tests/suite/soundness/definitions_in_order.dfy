// Definitions that rest on each other in an order prove nothing that is false.
ghost predicate Differ<T>(a: T, b: T) { a != b }
ghost predicate Several<T(!new)>() { exists a: T, b: T :: Differ(a, b) }
ghost predicate Holds(p: () -> bool) { p() }

type Few<T(!new)> = n: int | Holds(Several<T>) ==> n == 0
type Zero = n: int | n == 0
type Of<T(!new)> = n: Few<T> | Several<Few<T>>() ==> n == 0
datatype Kept = Kept(few: Few<bool>, many: Few<Zero>)

lemma FewOfMany()
  ensures Several<Few<bool>>()
{  // error[postcondition]
  assert Differ(true, false);
}

lemma ManyOfFew()
  ensures !Several<Few<Zero>>()
{  // error[postcondition]
}

lemma TwoOf()
  ensures false
{  // error[postcondition]
  if Several<Of<Zero>>() {
    var a: Of<Zero>, b: Of<Zero> :| Differ(a, b);
  } else {
    var a: Few<Zero> := 0;
    if 1 is Few<Zero> {
      assert Differ(0 as Few<Zero>, 1 as Few<Zero>);
    }
  }
}

// Trees whose branches are an even number, and lists that are not empty: the constraint handles trees and asks nothing
// of all of them.
type Even<T> = s: seq<T> | |s| % 2 == 0
datatype Tree = Tree(below: Even<Tree>)

lemma NoTree(t: Tree)
  ensures false
  decreases t
{
  NoTree(t.below[0]);  // error[index-range]
}

lemma SomeTree()
  ensures false
{  // error[postcondition]
  ghost var t: Tree;
}

ghost function Any<T(00)>(): T { var x: T :| true; x }
type Filled<T(00)> = s: seq<T> | |s| > 0 ghost witness [Any<T>()]
datatype Bush = Bush(below: Filled<Bush>) | Bud

lemma NoBush(b: Bush)
  ensures false
  decreases b
{
  NoBush(b.below[0]);  // error[destructor]
}

// Without a witness nothing is known to be there.
type Some<T> = s: seq<T> | |s| > 0 witness *
datatype Endless = Endless(below: Some<Endless>)

lemma NoEndless(e: Endless)
  ensures false
  decreases e
{
  NoEndless(e.below[0]);
}  // no end: nothing is known to be such a value

lemma SomeEndless()
  ensures false
{
  ghost var e: Endless;
  NoEndless(e);  // error[definite-assignment]
}
