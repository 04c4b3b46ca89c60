// run: resolve
// Map comprehensions have finitely many keys; compiled ones of any kind can be enumerated.

lemma Finite(n: int, i: iset<int>)
{
  var a := map x: int | x > n :: x;   // error[infinite-set]: "a map comprehension must produce a finite map"
  var b := set x | x in i;            // error[infinite-set]
  var c := imap x: int | x > n :: x;
  var d := iset x | x in i;
}

method Compiled(n: int) returns (a: iset<int>, b: imap<int, int>)
{
  a := iset x: int | x > n;  // error[ghost]: "iset comprehensions in non-ghost contexts must be compilable"
  b := imap x: int | 0 < x < n :: x;
}
