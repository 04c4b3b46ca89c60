// Instances of generic subset types are definitions of their own: whether they are circular depends on the type argument.
ghost predicate Differ<T>(a: T, b: T) { a != b }
ghost predicate Several<T(!new)>() { exists a: T, b: T :: Differ(a, b) }

type Few<T(!new)> = n: int | Several<T>() ==> n == 0  // error[type]: "recursive constraint dependency involving a subset type: Few<Knot> -> Several<Knot> -> Few<Knot>"
datatype Knot = Knot(few: Few<Knot>)
datatype Plain = Plain(few: Few<int>, more: Few<Few<bool>>)

// By way of two datatypes, and of collections.
type Rare<T(!new)> = n: int | Several<T>() ==> n == 0  // error[type]: "Rare<"
datatype One = One(other: seq<Other<int>>)
datatype Other<T> = Other(t: T, rare: (bool, Rare<One>))

// Of a generic datatype, whatever its parameter stands for.
type Odd<T(!new)> = n: int | Several<T>() ==> n == 0  // error[type]: "Odd<Open<T>> -> Several<Open<T>> -> Odd<Open<T>>"
datatype Open<T(!new)> = Open(t: T, odd: Odd<Open<T>>)

// Functions on a type are no functions on a larger one.
type Tame<T> = s: seq<T> | (forall f: T -> bool :: Ask(f, s)) witness *  // error[type]: "Tame<Tree> -> Tame<Tree>"
ghost predicate Ask<T>(f: T -> bool, s: seq<T>) { forall i :: 0 <= i < |s| ==> f(s[i]) }
datatype Tree = Leaf | Node(below: Tame<Tree>)

// Without a body, a function gives any value of its type.
type Given<T(00)> = s: seq<T> | Some<T>() in s witness *  // error[type]: "Given<Bush> -> Some<Bush> -> Given<Bush>"
ghost function Some<T(00)>(): T
datatype Bush = Twig | Bush(below: Given<Bush>)
