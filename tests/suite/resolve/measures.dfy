// run: resolve
// What a function decreases is asked for before it is known what the function is.
ghost function InOwnMeasure(x: nat): int
  decreases InOwnMeasure(x) // error[recursive-value]: "a decreases clause is not allowed to call the enclosing function"
{
  0
}

function Even(x: nat): bool
  decreases if Odd(x) then x else x // error[recursive-value]: "the decreases clause of function 'Even' is not allowed to call 'Odd', because they are mutually recursive"
{
  x == 0 || Odd(x - 1)
}

predicate Odd(x: nat)
  decreases Size(x)
{
  x != 0 && Even(x - 1)
}

function Size(x: nat): nat { x }

lemma Measured(x: nat) // of a method, its own function is another thing
  decreases Size(x)
{
}
