// run: resolve
// Where a method is called in an expression, what can be done depends on the place.
method Next(x: int) returns (r: int) { r := x + 1; }

method Contract(x: int)
  requires Next(x) > 0  // error[misplaced] hint: "methods cannot be called in what is to be proved: write a function for it"
  ensures Next(x) > 0  // error[misplaced] hint: "write a function"
{
  var i := 0;
  while i < Next(x)  // error[misplaced] hint: "call it in a statement of its own: 'var x := Next(…);'"
    invariant i <= Next(x)  // error[misplaced] hint: "write a function"
  {
    i := i + 1;
  }
  assert Next(x) > x;  // error[misplaced] hint: "write a function"
  var y := 1 + Next(x);  // error[misplaced] hint: "call it in a statement of its own"
}

function Twice(x: int): int { 2 * Next(x) }  // error[misplaced] hint: "functions and constants call functions only"

const one := Next(0)  // error[misplaced] hint: "functions and constants call functions only"
