// run: resolve
// No function depends on what happens to be allocated, in sets and maps either.
class C {
  var n: int
}

ghost function All(): iset<C> {
  iset c: C | true // error[ghost]: "a iset comprehension involved in a function definition is not allowed to depend on the set of allocated references, but values of 'c' (of type 'C') may contain references"
}

ghost function Values(): imap<C, int> {
  imap c: C | c == c :: 3 // error[ghost]: "a imap comprehension involved in a function definition"
}

ghost function Of<T>(): iset<T> {
  iset x: T | true // error[ghost]: "(perhaps declare its type as 'T(!new)')"
}

ghost function Known<T(!new)>(s: set<C>): (iset<T>, iset<C>) {
  (iset x: T | true, iset c: C | c in s)
}

method AnyTime() {
  ghost var all := iset c: C | true;
  ghost var f := () => iset c: C | true; // error[ghost]: "a iset comprehension involved in a lambda expression"
}
