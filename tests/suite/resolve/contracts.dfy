// run: resolve
// Frames, measures and clauses where they do not belong.
method Frames(a: array<int>, s: seq<array<int>>, x: int)
  modifies a, s, {a}
  modifies x                     // error[type]: "a modifies-clause expression must denote an object"
{
}

function Reads(a: array<int>, s: seq<array<int>>, x: int): int
  reads a, s, {a}
  reads x                        // error[type]: "a reads-clause expression must denote an object"
{
  1
}

method Reading(a: array<int>)
  reads a                        // error[misplaced]: "reads clauses on methods are forbidden"
{
}

lemma Writing(a: array<int>)
  modifies a                     // error[misplaced]: "lemmas are not allowed to have modifies clauses"
{
}

method Forever()
  decreases *
{
  while true
    decreases *
  {
  }
}

method Caller() {
  Forever();                     // error[decreases-star]: "a call to a possibly non-terminating method is allowed only if the calling method is also declared"
}

function Endless(x: int): int
  decreases *                    // error[decreases-star]: "a '*' expression is not allowed here"
{
  x
}

method Loops(n: int) {
  for i := 0 to n
    decreases n - i              // error[misplaced]: "a 'for' loop is allowed an explicit 'decreases' clause only if the end-expression is '*'"
  {
    i := 3;                      // error[mutability]
  }
  for i := 0 to * {              // error[decreases-star]
  }
  for i := 0 to true {           // error[type]: "upper bound (of type bool) not assignable to index variable (of type int)"
  }
}
