// run: resolve
// A function in a constant of an object could call itself by way of the object, and nothing would see it.
class Knot {
  const f: Knot -> nat
  constructor (f: Knot -> nat)
  {
    this.f := f; // error[recursive-value]: "storing functions into an object's fields that reads the object is disallowed"
  }
}

method Tie()
  ensures false
{
  var knot := new Knot((x: Knot) => 1 + x.f(x));
  var a := knot.f(knot);
}

class Generic<T> {
  const c: T
  constructor (c: T)
  {
    this.c := c;
  }
}
