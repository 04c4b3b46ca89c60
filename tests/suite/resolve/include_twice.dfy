// What two files declare under one name is an error of the program.
include "../verify/includes/circle_odd.dfy"

predicate Odd(n: int) // error[duplicate]
{
  n % 2 == 1
}
