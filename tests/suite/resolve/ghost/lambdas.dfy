// run: resolve
// What functions as values may be in compiled code.
function Inc(x: int): int { x + 1 }
ghost function Hidden(x: int): int { x }

method Compiled(f: int -> int, g: int -> int, ghost n: int) {
  var a := (x: int) => Hidden(x);   // a local variable becomes ghost
  var b := (x: int) => x + 1;
  print b(a(1));                    // error[ghost]
  print ((x: int) => Hidden(x))(1); // error[ghost]: "a call to a ghost function is allowed only in specification contexts"
  print Apply(Hidden);              // error[ghost]: "a ghost function is allowed only in specification contexts"
  print ((x: int) requires Hidden(x) == n => x)(n + 0); // error[ghost]
  print f.requires(1);              // error[ghost]
}
function Apply(f: int -> int): int { f(0) }
