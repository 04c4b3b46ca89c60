const Zero: int := 0
const Bad: int := 10 / Zero  // error[division-by-zero]
const Negative: nat := -1  // error[subset]
ghost const Unknown: int

method Use()
{
  assert Unknown == 3;  // error[assertion]
}

method Sum(x: int)
{
  assert x + Zero == x;
  assert x + Zero > x;  // error[assertion]
}
