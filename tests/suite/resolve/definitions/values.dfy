// A witness that needs a value of the type itself shows nothing.
ghost function Any<T(00)>(): T { var x: T :| true; x }
ghost function Again<T(00)>(n: nat): T { if n == 0 then Any<T>() else Again<T>(n - 1) }
ghost function Call<T>(f: () -> T): T { f() }
ghost function Free<T(00)>(): T

type Single<T(00)> = s: seq<T> | |s| == 1 ghost witness [Any<T>()]  // error[type]: "recursive constraint dependency involving a subset type: the witness of 'Single<Endless>' may need a value of 'Endless', which is not known to have one without it"
datatype Endless = Endless(next: Single<Endless>)

datatype Ring = Ring(next: seq<Round>, at: Keyed<Round>)
datatype Round = Round(ring: Listed<Ring>)
type Keyed<T(00)> = m: map<int, T> | 0 in m ghost witness map[0 := Call(Any<T>)]  // error[type]: "the witness of 'Keyed<Round>' may need a value of 'Round'"
type Listed<T(00)> = s: seq<seq<T>> | |s| == 1 && |s[0]| == 1 ghost witness [[var x: T :| true; x]]  // error[type]: "the witness of 'Listed<Ring>' may need a value of 'Ring'"

type Nested<T(00)> = s: seq<T> | s != [] ghost witness [Free<T>()]  // error[type]: "the witness of 'Nested<Deep<T>>' may need a value of 'Deep<T>'"
datatype Deep<T> = Deep(t: T, next: Nested<Deep<T>>) | Deeper(next: Nested<Deep<T>>)
type Unused<T(00)> = s: seq<T> | s != [] ghost witness [(() => Any<T>())()]  // error[type]: "the witness of 'Unused<Bottom>' may need a value of 'Bottom'"
datatype Bottom = Bottom(next: Unused<Bottom>)
type Paired<T(00)> = p: (seq<T>, int) | |p.0| == p.1 == 1 ghost witness ([Again<T>(2)], 1)  // error[type]: "the witness of 'Paired<Pair>' may need a value of 'Pair'"
datatype Pair = Pair(a: Paired<Pair>)
