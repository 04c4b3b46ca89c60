// run: resolve
// What bounds a variable is what it is compared with, not what is left when other terms are moved or converted: sums of
// bits wrap round, and numbers of different sorts are different values.
method Bounds(r: real, rs: seq<real>, b: bv8, c: char, n: int, ns: seq<int>)
{
  ghost var a0 := set x: real | x + 1.0 == r;       // error[infinite-set]
  ghost var a1 := set x: int | x as real in rs;     // error[infinite-set]
  ghost var a2 := set x: bv8 | x + 1 == b;          // error[infinite-set]
  ghost var a3 := set x: bv8 | x as int == n;       // error[infinite-set]
  ghost var a4 := set x: real | x as int in ns;     // error[infinite-set]
  ghost var b0 := set x: real | x == r;
  ghost var b1 := set x: real | x in rs;
  ghost var b2 := set x: bv8 | x == b + 1;
  ghost var b3 := set x: int | x + 1 == n;
  ghost var b4 := set x: int | x == c as int;
  ghost var b5 := set x: char | x as int == n;
  ghost var b6 := set x: int | (b + 1) as int <= x < n;
}
