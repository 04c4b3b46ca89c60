// Tuples: what is not so, and what does not fit.
method Order(a: int, b: int) returns (r: (int, int))
  ensures r.0 <= r.1
{  // error[postcondition]
  r := (a, b);
}

method Narrow(n: int) returns (r: (nat, bool)) {
  r := (n, true);  // error[subset]
}

lemma SecondMayDiffer(p: (int, int), q: (int, int))
  requires p.0 == q.0
  ensures p == q
{  // error[postcondition]
}
