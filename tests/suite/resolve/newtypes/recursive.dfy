// The constraint of a newtype may not speak of it.
newtype Recursive = x: int | Uses(x)  // error[type]: "recursive constraint dependency involving a newtype: Recursive -> Uses -> Recursive"

predicate Uses(x: int) { x == 0 || (x - 1) is Recursive }
