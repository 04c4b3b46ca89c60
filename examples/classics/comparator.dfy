// One sorting method for all orders: what it needs of an order is a trait, and its laws are lemmas.
//
// To sort, a program has to ask one question, again and again: may this element stand before that one?
// AtMost is the answer, and each class gives another one: by size, by length, by the distance from some
// place. Not every answer makes sense. The proof of a sorting method needs two laws, that of any two
// elements one may stand first, and that what may stand before b, and b before c, may stand before c.
// A lemma without a body in a trait is a debt: whoever uses the trait may call it, and whoever extends
// it has to prove it.
//
// Proved here: InsertionSort sorts by any order, and loses nothing; binary search finds what it looks for
// by the very order by which was sorted. Three orders, with their laws.
//
// Why it matters: libraries of other languages state these laws in a comment, and sort into nonsense,
// or do not end, when a comparison breaks them. "Closer to me than to you", "a beats b", "about equal":
// each of these has been passed to a sort.

trait Order<T> {
  predicate AtMost(a: T, b: T)

  lemma Total(a: T, b: T)
    ensures AtMost(a, b) || AtMost(b, a)

  lemma Transitive(a: T, b: T, c: T)
    requires AtMost(a, b) && AtMost(b, c)
    ensures AtMost(a, c)

  ghost predicate Sorted(s: seq<T>)
  {
    forall i, j :: 0 <= i < j < |s| ==> AtMost(s[i], s[j])
  }
}

class Ascending extends Order<int> {
  constructor () { }

  predicate AtMost(a: int, b: int)
  {
    a <= b
  }

  lemma Total(a: int, b: int)
    ensures AtMost(a, b) || AtMost(b, a)
  {
  }

  lemma Transitive(a: int, b: int, c: int)
    requires AtMost(a, b) && AtMost(b, c)
    ensures AtMost(a, c)
  {
  }
}

// An order may have constants of its own. It may not look at variables: AtMost has no `reads`, so it gives
// the same answer as long as the sorting lasts.
class Nearest extends Order<int> {
  const here: int

  constructor (here: int)
    ensures this.here == here
  {
    this.here := here;
  }

  function Distance(x: int): nat
  {
    if x < here then here - x else x - here
  }

  predicate AtMost(a: int, b: int)
  {
    Distance(a) <= Distance(b)
  }

  lemma Total(a: int, b: int)
    ensures AtMost(a, b) || AtMost(b, a)
  {
  }

  lemma Transitive(a: int, b: int, c: int)
    requires AtMost(a, b) && AtMost(b, c)
    ensures AtMost(a, c)
  {
  }
}

// As in a dictionary. Here the laws are no matter of course: each is an induction.
class Alphabetic extends Order<string> {
  constructor () { }

  predicate AtMost(a: string, b: string)
    decreases |a|
  {
    a == [] || (b != [] && (a[0] < b[0] || (a[0] == b[0] && AtMost(a[1..], b[1..]))))
  }

  lemma Total(a: string, b: string)
    ensures AtMost(a, b) || AtMost(b, a)
    decreases |a|
  {
    if a != [] && b != [] {
      Total(a[1..], b[1..]);
    }
  }

  lemma Transitive(a: string, b: string, c: string)
    requires AtMost(a, b) && AtMost(b, c)
    ensures AtMost(a, c)
    decreases |a|
  {
    if a != [] && a[0] == b[0] == c[0] {
      Transitive(a[1..], b[1..], c[1..]);
    }
  }
}

method InsertionSort<T>(a: array<T>, order: Order<T>)
  modifies a
  ensures order.Sorted(a[..])
  ensures multiset(a[..]) == multiset(old(a[..]))
{
  for n := 0 to a.Length
    invariant forall i, j :: 0 <= i < j < n ==> order.AtMost(a[i], a[j])
    invariant multiset(a[..]) == multiset(old(a[..]))
  {
    var k := n;
    while 0 < k && !order.AtMost(a[k - 1], a[k])
      invariant 0 <= k <= n
      invariant forall i, j :: 0 <= i < j <= n && j != k ==> order.AtMost(a[i], a[j])
      invariant multiset(a[..]) == multiset(old(a[..]))
    {
      order.Total(a[k - 1], a[k]);
      a[k - 1], a[k] := a[k], a[k - 1];
      k := k - 1;
    }
    // Element k is no smaller than its neighbour. So it is no smaller than what stands before that.
    forall i | 0 <= i < k
      ensures order.AtMost(a[i], a[k])
    {
      if i < k - 1 {
        order.Transitive(a[i], a[k - 1], a[k]);
      }
    }
  }
}

// How many elements of s stand before those that are at least x: all of them if there is none.
method Place<T>(s: seq<T>, x: T, order: Order<T>) returns (low: nat)
  requires order.Sorted(s)
  ensures low <= |s|
  ensures forall i :: 0 <= i < low ==> !order.AtMost(x, s[i])
  ensures forall i :: low <= i < |s| ==> order.AtMost(x, s[i])
{
  low := 0;
  var high := |s|;
  while low < high
    invariant low <= high <= |s|
    invariant forall i :: 0 <= i < low ==> !order.AtMost(x, s[i])
    invariant forall i :: high <= i < |s| ==> order.AtMost(x, s[i])
  {
    var middle := (low + high) / 2;
    if order.AtMost(x, s[middle]) {
      forall i | middle < i < |s|
        ensures order.AtMost(x, s[i])
      {
        order.Transitive(x, s[middle], s[i]);
      }
      high := middle;
    } else {
      forall i | 0 <= i < middle
        ensures !order.AtMost(x, s[i])
      {
        if order.AtMost(x, s[i]) {
          order.Transitive(x, s[i], s[middle]);
        }
      }
      low := middle + 1;
    }
  }
}

method Main()
{
  var a := new int[] [3, 9, 4, 0, 7];
  var up := new Ascending();
  InsertionSort(a, up);
  assert forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j];   // whose order it is, is known here
  var place := Place(a[..], 5, up);
  print a[..], " ", place, "\n";

  var near := new Nearest(4);
  InsertionSort(a, near);
  place := Place(a[..], 6, near);
  print a[..], " ", place, "\n";

  var words := new string[] ["pile", "line", "link", "lin"];
  var alphabet := new Alphabetic();
  InsertionSort(words, alphabet);
  print words[..], "\n";
}
