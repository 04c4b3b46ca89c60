// Functions of functions: what must be known of what is passed.
function MapPartial<A, B>(f: A --> B, s: seq<A>): seq<B>
  requires forall x :: x in s ==> f.requires(x)
{
  if s == [] then [] else [f(s[0])] + MapPartial(f, s[1..])
}
function Inverse(x: int): int
  requires x != 0
{
  100 / x
}

method Partial(s: seq<int>) {
  var t := MapPartial(Inverse, s); // error[precondition]
}

function Repeat<A>(f: A -> A, n: nat, x: A): A {
  if n == 0 then x else f(Repeat(f, n - 1, x))
}
method Wrong() {
  assert Repeat((x: int) => x + 1, 1, 0) == 1;
  assert Repeat((x: int) => x + 1, 2, 0) == 3; // refuted[assertion]
}

// It need not end: the children are smaller, other trees are not.
datatype Tree = Node(value: int, children: seq<Tree>)
function Total(t: Tree): int {
  t.value + Sum(MapPartial(c => Total(c), t.children)) // error[decreases]
}
function Sum(s: seq<int>): int { if s == [] then 0 else s[0] + Sum(s[1..]) }

function Loop(n: nat): int {
  ((k: nat) => Loop(k))(n) // error[decreases]
}
function Ends(n: nat): int {
  if n == 0 then 0 else ((k: nat) requires k < n => Ends(k))(n - 1)
}

method Built(f: int --> int, n: nat) {
  var s := seq(n, f); // error[precondition]: "all sequence indices must be in the domain of the initialization function"
}
method BuiltArray(f: nat --> int, n: nat)
  requires forall i: nat :: i <= n ==> f.requires(i)
{
  var a := new int[n](f);
  var b := new int[n + 2](f); // error[precondition]: "all array indices must be in the domain of the initialization function"
}

function AtMost(limit: int): int -> bool
{
  x => x <= limit
}
method Shifted(limit: int) {
  assert AtMost(limit)(limit);
  assert AtMost(limit)(limit + 1); // refuted[assertion]
}
