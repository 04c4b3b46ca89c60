// What a chain of steps concludes must follow from its steps.

lemma NotTransitive(a: int, b: int, c: int)
  requires a != b && b != c
{
  calc != {  // error[calc]: "the main operator of a calculation must be transitive"
    a;
    b;
    c;
  }
}

lemma AgainstEachOther(a: int, b: int)
{
  calc {
    a;
  <  b;
  >  a;  // error[calc]: "this operator cannot continue this calculation"
  }
}

lemma Implications(p: bool, q: bool, r: bool)
{
  calc {
    p;
  ==>  q;
  <==  r;  // error[calc]: "this operator cannot continue this calculation"
  }
}

lemma TwiceDifferent(a: int, b: int, c: int)
{
  calc {
    a;
  !=  b;
  ==  b;
  !=  c;  // error[calc]: "this operator cannot continue this calculation"
  }
}
