// What is said of the function is not shown by what runs, nor the other way round.
function Wrong(x: int): int
  ensures Wrong(x) > x
{
  x                                   // error[postcondition]
} by method {
  return x;
}

ghost function Unknown(x: int): int

function Guess(x: int): int {
  Unknown(x)
} by method {
  return 3;                           // error[postcondition]
}

function Circle(x: int): int {
  5
} by method {
  return Circle(x);                   // error[decreases]
}

// As a value it would call itself without a measure.
function Applied(x: int): int {
  5
} by method {
  var f := y => Applied(y);           // error[decreases]
  return f(x);
}

lemma Nothing(x: int)
  ensures Circle(x) == 6
{                                     // error[postcondition]
}
