// run: resolve
// Functions cannot be compared by what runs.
method Compiled(f: int -> int, g: int -> int) {
  print f == g;                     // error[characteristic]: "can only be applied to expressions of types that support equality (got int -> int)"
  ghost var same := f == g;
}

function Compare<T(==)>(x: T, y: T): bool { x == y }
method Equal(f: int -> int) {
  print Compare(f, f); // error[characteristic]: "must support equality (got int -> int)"
}
