// Things of one name in different modules are different things.
module A {
  const c: int
  function F(x: int): int
  function G(x: int): int { x + 1 }
}
module B {
  const c: int
  function F(x: int): int
  function G(x: int): int { x + 2 }
}
module A_B { const c: int }
module A_ { module B_ { const c: int } }
method Apart(x: int) {
  assert A.G(x) != B.G(x);
  if * {
    assert A.c == B.c;          // error[assertion]
  } else if * {
    assert A.F(x) == B.F(x);    // error[assertion]
  } else if * {
    assert A_B.c == A_.B_.c;    // error[assertion]
  } else {
    assert A.G(x) == B.G(x);    // error[assertion]
  }
}
