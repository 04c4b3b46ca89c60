// What runs in place of a function that overrides a trait's is called wherever that one is.
trait T {
  function F(): int
}

class C extends T {
  constructor () { }

  function F(): int {
    3
  } by method {
    var x := Call(this);
    return x;
  }
}

method Call(t: T) returns (x: int)
  ensures x == t.F() // error[decreases]
{
  x := t.F(); // error[decreases]
}
