// run: resolve
// A constant that depends on itself has no value.
const a: int := F(1)                        // error[unresolved]: "const definition contains a cycle: a -> F -> a"
function F(x: int): int { a + x }

const b: int := c                           // error[unresolved]: "const definition contains a cycle: b -> c -> b"
const c: int := b                           // error[unresolved]: "const definition contains a cycle: c -> b -> c"
const fine: int := F(2)
