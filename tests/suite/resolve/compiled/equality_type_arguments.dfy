// Type arguments for (==), written and inferred, and those that (==) is inferred for.
datatype Card = Card(face: int, ghost owner: int)
datatype Keyed<K(==)> = Keyed(key: K)
datatype Bag<T> = Bag(items: set<T>)
datatype Bags<T> = Bags(one: Bag<T>)
type Few<T> = s: set<T> | |s| < 3
type Named<!T(==)> = n: int | n > 0 witness 1

function Same<T(==)>(x: T, y: T): bool { x == y }
function Count<T>(s: set<T>): int { |s| }
function Empty<T>(): set<T> { {} }
method First<T>(s: map<T, int>) { }
method Any<T>(x: T) { }
function Phantom<T(==)>(): int { 1 }

method Calls(c: Card, f: int -> int) {
  print Same(c, c);              // error[characteristic]: "type parameter (T) passed to function Same must support equality (got Card)"
  print Same<Card>(c, c);        // error[characteristic]
  print Same((1, ghost 2), (1, ghost 2));  // error[characteristic]: "(got (int, ghost int))"
  print Phantom<int -> int>();   // error[characteristic]: "(got int -> int)"
  print Phantom<seq<Card>>();    // error[characteristic]: "(got seq<Card>)"
  print Phantom<seq<int>>(), Same([1], [2]), Same({1}, {2});
  print |Empty<Card>()|;         // error[characteristic]: "type parameter (T) passed to function Empty must support equality (got Card)"
  Any(c);
  Any<set<Card>>({});            // error[characteristic] error[characteristic]
  First<Card>(map[]);            // error[characteristic] error[characteristic]
  var g := Same<Card>;           // error[characteristic]
  ghost var h := Same(c, c) && Count({c}) == 1 && Phantom<Card>() == 1;
}

method Types(k: Keyed<Card>,     // error[characteristic]: "type parameter (K) passed to type Keyed must support equality (got Card)"
             b: Bag<Card>,       // error[characteristic]: "type parameter (T) passed to type Bag must support equality (got Card)"
             bs: Bags<Card>,     // error[characteristic]: "type parameter (T) passed to type Bags must support equality (got Card)"
             few: Few<Card>,     // error[characteristic]: "type parameter (T) passed to type Few must support equality (got Card)"
             n: Named<Card>,     // error[characteristic]: "type parameter (T) passed to type Named must support equality (got Card)"
             ok: Bags<seq<int>>, fine: Few<string>, all: Keyed<set<int>>,
             ghost g: Keyed<Card>)
{
  print Keyed(k);                // error[characteristic] error[characteristic]
  ghost var x: Bags<Card>;
}

method Generic<T, U(==)>(t: T, u: U, s: seq<T>, us: seq<U>) {
  print |{t}|;                   // error[characteristic]: "set argument type must support equality (got T) (perhaps try declaring type parameter 'T'"
  print |multiset(s)|;           // error[characteristic]: "multiset argument type must support equality (got T)"
  print Same(t, t);              // error[characteristic]
  print |{u}|, |multiset(us)|, Same(u, u), Same(us, us), u in us;
  ghost var g := ({t}, multiset(s), Same(t, t));
}

// Of a datatype's own type parameter its members know what the datatype says.
datatype Pile<T> = Pile(list: seq<T>) {
  function Elements(): set<T>    // error[characteristic]: "set argument type must support equality (got T)"
  { {} }                         // error[characteristic]
  ghost function GhostElements(): set<T> { set x | x in list }
  predicate Has(x: T) { x in list }  // error[characteristic]: "in can only be applied"
}
datatype Heap<T(==)> = Heap(list: seq<T>) {
  function Elements(): set<T> { set x | x in list }
  predicate Has(x: T) { x in list }
}

type Opaque
type Comparable(==)
method Abstract(o: set<Opaque>,  // error[characteristic]: "set argument type must support equality (got Opaque) (perhaps try declaring abstract type 'Opaque'"
                c: set<Comparable>, ghost g: set<Opaque>) { }
