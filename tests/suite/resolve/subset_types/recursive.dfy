// A constraint may not speak of the type that it makes.
type Recursive = x: int | Uses(x)  // error[type]: "recursive constraint dependency involving a subset type: Recursive -> Uses -> Again -> Recursive"
predicate Uses(x: int) { Again(x) }
predicate Again(r: Recursive) { true }

// Nor may its witness: what depends on there being a value may not be used to show that there is one.
type Circular = x: int | x > 0 witness (Lemma(); 0)  // error[type]: "the witness of 'Circular' may need a value of 'Circular', which is not known to have one without it"
lemma Lemma() ensures false
{
  var c: Circular := *;
  var d: Circular :| true;
}

// Nor what its values are made of.
datatype Tree = Leaf | Node(Balanced)
type Balanced = t: Tree | Good(t) witness Leaf  // error[type]: "recursive constraint dependency involving a subset type: Balanced -> Balanced"
predicate Good(t: Tree) { true }

// So is one of a generic type.
type Found<T> = s: seq<T> | Finds(s)  // error[type]: "recursive constraint dependency involving a subset type: Found<T> -> Finds<T> -> Found<T>"
predicate Finds<T>(s: seq<T>) { forall i :: 0 <= i < |s| ==> s[..i] is Found<T> }
