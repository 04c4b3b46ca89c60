method M() returns (x: int)
{
  x := 1;
}

method Nested() returns (y: int)
{
  y := M() + 1;  // error[misplaced]
}

method InContract()
  ensures M() == 1  // error[misplaced]
{
}

function InFunction(): int
{
  M()  // error[misplaced]
}
