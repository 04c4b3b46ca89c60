// A function by method is ghost in its body and compiled in its method: there is nothing to add.
ghost function Twice(x: int): int { 2 * x } by method { return x + x; }  // error[misplaced]: "a function-by-method cannot be declared 'ghost' (it is 'ghost' by default)"
ghost predicate Never() { false } by method { return false; }  // error[misplaced]: "a predicate-by-method cannot be declared 'ghost'"
