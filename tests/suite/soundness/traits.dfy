// Traits prove nothing: not by overrides that weaken a contract, not by circles that go by way of a trait.
trait Claims {
  lemma Anything()
    ensures false
    decreases 0

  function Odd(): int
    ensures Odd() == Odd() + 1

  ghost predicate Liar(c: Claims)

  method Endless()

  method CallsIt() {
    Endless(); // error[decreases]
  }

  function Down(n: nat): nat
}

// The trait's lemma, and its function, are not there to prove what stands for them.
class Circular extends Claims {
  constructor () { }

  lemma Anything()
    ensures false
    decreases 0
  {
    Helper(this); // error[decreases]
  }

  function Odd(): int
    ensures Odd() == Odd() + 1
  {
    0 // error[postcondition]
  }

  ghost predicate Liar(c: Claims) {
    !c.Liar(this) // error[decreases]
  }

  method Endless() {
    CallsIt(); // error[decreases]
  }

  function Down(n: nat): nat {
    ByWayOf(this, n) // error[decreases]
  }
}

function ByWayOf(c: Claims, n: nat): nat {
  c.Down(n) + 1 // error[decreases]
}

lemma Helper(c: Claims)
  ensures false
  decreases 0
{
  c.Anything(); // error[decreases]
}

// The override says nothing; its own contract is met, the trait's is not.
class Silent extends Claims {
  constructor () { }

  lemma Anything() // error[override-postcondition]
    decreases 0
  {
  }

  function Odd(): int { 0 } // error[override-postcondition]

  ghost predicate Liar(c: Claims) { true }

  method Endless() { }

  function Down(n: nat): nat { n }
}

// What a function of a trait gives changes with what the class has it read, and with the class.
trait Counter {
  function Get(): int
    reads this

  method Inc()
    modifies this
    ensures Get() == old(Get()) + 1
}

class Up extends Counter {
  var v: int

  function Get(): int
    reads this
  {
    v
  }

  method Inc()
    modifies this
    ensures Get() == old(Get()) + 1
  {
    v := v + 1;
  }
}

class Down extends Counter {
  var w: int

  function Get(): int
    reads this
  {
    -w
  }

  method Inc()
    modifies this
    ensures Get() == old(Get()) + 1
  {
    w := w - 1;
  }
}

method Aliases(c: Counter, d: Counter)
  modifies c, d
{
  var x := c.Get();
  d.Inc();
  if c != d {
    assert c.Get() == x;
  } else {
    assert c.Get() == x + 1;
  }
  assert c.Get() == x; // error[assertion]
}

method Fields(u: Up, c: Counter)
  modifies u
{
  var x := c.Get();
  u.v := 7;
  assert c.Get() == x; // error[assertion]
}

method Classes(u: Up, d: Down)
  requires u.v == d.w == 1
{
  var c: Counter := u;
  var e: Counter := d;
  assert c.Get() == 1 && e.Get() == -1 && c != e;
  assert c.Get() == e.Get(); // error[assertion]
}
