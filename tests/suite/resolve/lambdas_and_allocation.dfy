// run: resolve
// A lambda, like a function, does not depend on what is allocated.
class D {
  const k: int
  constructor (k: int) {
    this.k := k;
  }
}

method M(s: set<D>) {
  ghost var f := () => exists d: D :: d.k == 1; // error[ghost]: "a exists expression involved in a lambda expression is not allowed to depend on the set of allocated references"
  ghost var g := () => exists d :: d in s && d.k == 1;
  assert (forall d: D :: d.k == 1) ==> (forall d :: d in s ==> d.k == 1);
}
