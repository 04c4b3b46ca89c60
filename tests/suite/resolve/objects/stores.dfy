// run: resolve
// What reads the heap does not get into it, nor into a field what could be given the object.
class Cell {
  var f: Cell -> int
  var g: int -> int
  constructor (f: Cell -> int, g: int -> int) {
    this.f := f; // error[recursive-value]: "To prevent the creation of non-terminating functions, storing functions into an object's fields that reads the object is disallowed"
    this.g := g;
  }
}

method Elements(r: array<() -> int>, c: Cell)
  requires r.Length > 0
  modifies r, c
{
  r[0] := () requires r.Length > 0 reads r => r[0]() + 1; // error[recursive-value]: "To prevent the creation of non-terminating functions, storing functions with read effects into memory is disallowed"
  c.g := n => n + 1;
  c.f := _ => 3; // error[recursive-value]
}
