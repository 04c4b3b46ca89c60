// run: resolve
// A function that was a value in its own definition could call itself unseen.
function Self(n: nat): int
{
  var f := Self; // error[recursive-value]: "every recursive use of the function must apply it to arguments"
  0
}
function Apply(f: nat -> int, n: nat): int { f(n) }
function Behind(n: nat): int { Apply(Behind, n) } // error[recursive-value]
function Even(n: nat): bool { if n == 0 then true else Apply2(Odd, n - 1) } // error[recursive-value]
function Odd(n: nat): bool { if n == 0 then false else Apply2(Even, n - 1) } // error[recursive-value]
function Apply2(f: nat -> bool, n: nat): bool { f(n) }
function Contract(n: nat): int
  requires Contract.requires(n) // error[recursive-value]
{
  0
}
function Generic<T>(x: T): T
{
  var f := Generic<int>; // error[recursive-value]
  x
}
lemma Uses(n: nat)
  ensures Fooled(n) == 0
{
  var f := Fooled; // error[recursive-value]
}
function Fooled(n: nat): int { Uses(n); 0 }
function Fine(n: nat): int { Apply(Even2, n) }
function Even2(n: nat): int { if n < 2 then n else Even2(n - 2) }
