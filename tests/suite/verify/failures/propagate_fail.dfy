// What may go wrong with `:-`.
datatype Option<+T> = None | Some(value: T) {
  predicate IsFailure() { None? }
  function PropagateFailure<U>(): Option<U>
    requires IsFailure()
  {
    None
  }
  function Extract(): T
    requires Some?
  {
    value
  }
}

datatype Odd = Odd(n: int) {
  predicate IsFailure() { n % 2 == 0 }
  function PropagateFailure(): Odd
    requires n == 0
  {
    this
  }
  function Extract(): int
    requires n > 0
  {
    n
  }
}

function Half(n: int): Option<nat>
  ensures Half(n).Some? ==> Half(n).value >= 0
{
  if n < 0 then None else Some(n / 2)
}

method NotAlways(n: int) returns (o: Option<int>)
  ensures o.Some?
{
  var h :- Half(n);  // error[postcondition]
  o := Some(h);
}

method Shown(n: int)
{
  var h :- assert Half(n);  // error[assertion]
}

method NotNatural(o: Option<int>) returns (r: Option<nat>)
{
  var n: nat :- o;  // error[subset]
  r := Some(n);
}

method Preconditions(o: Odd) returns (r: Odd)
{
  var n :- o;  // error[precondition] error[precondition]
  r := Odd(n);
}

function InExpressions(o: Odd): Odd
{
  var n :- o;  // error[precondition] error[precondition]
  Odd(n)
}
