// The place that `:-` assigns to is the one that is named before anything else is assigned.
datatype Result<T> = Failure(message: string) | Success(value: T) {
  predicate IsFailure() { Failure? }
  function PropagateFailure(): Result<T>
    requires IsFailure()
  {
    this
  }
  function Extract(): T
    requires !IsFailure()
  {
    value
  }
}

class Cell {
  var v: int

  constructor (n: int)
    ensures v == n
  {
    v := n;
  }
}

method Both() returns (r: Result<int>) {
  var first := new Cell(1);
  var second := new Cell(2);
  var c := first;
  c.v, c :- Success(100), second;
  assert first.v == 100 && c == second && c.v == 2;
  return Success(c.v);
}

method Wrong() returns (r: Result<int>) {
  var first := new Cell(1);
  var second := new Cell(2);
  var c := first;
  c.v, c :- Success(100), second;
  assert c.v == 100; // error[assertion]
  return Success(c.v);
}
