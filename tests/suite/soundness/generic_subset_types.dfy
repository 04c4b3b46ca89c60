// An instance of a generic subset type has the values that its own constraint allows, perhaps none.
type Value<T> = x: T | true witness *
type Never<T> = x: T | false witness *
type NonEmpty<T> = s: seq<T> | |s| > 0 witness *
type Least<T(!new)> = x: T | forall y: T :: Before(x, y) witness *
type All<T(!new)> = s: seq<T> | forall x: T :: x in s witness *
type Small<T> = p: (T, int) | p.1 < Limit<T>() witness *

predicate Before<T>(x: T, y: T)
function Limit<T>(): int

lemma ValueOf<T>() returns (v: Value<T>)
{
}  // error[definite-assignment]

lemma SomeValue<T>()
  ensures exists v: Value<T> :: true  // warning[no-trigger]
{  // error[postcondition]
}

lemma Nothing<T>()
  ensures false
{  // error[postcondition]
  assert forall n: Never<T> :: false;  // warning[no-trigger]
  assert forall s: seq<Never<T>> :: |s| == 0 || false;  // error[assertion]
}

method FromTheOther(n: Least<nat>) returns (i: Least<int>)
{
  i := n;  // error[subset]
}

method AllNaturals(s: All<nat>) returns (t: All<int>)
{
  t := s;  // error[subset]
}

method OtherLimit(p: Small<nat>) returns (q: Small<int>)
{
  q := p;  // error[subset]
}

lemma SameLimit()
  ensures Limit<nat>() == Limit<int>()
{  // error[postcondition]
}

lemma OneElement<T>(s: NonEmpty<T>)
  ensures |s| == 1
{  // error[postcondition]
}

lemma Elements(a: NonEmpty<int>, b: NonEmpty<int>)
  ensures a[0] == b[0]
{  // error[postcondition]
}
