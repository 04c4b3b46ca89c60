// run: resolve
// Lines of one type, operators that follow from each other.
lemma Fine(x: int, y: int, p: bool)
  requires x <= y
{
  calc {
    x;
  ==
    x + 0;
  <=  { assert x <= y; }
    y;
  <
    y + 1;
  }
  calc ==> {
    p;
    p || x == y;
    true;
  }
  calc <= { x; y; }
}

lemma Wrong(x: int, p: bool) {
  calc {
    x;
  <
    x + 1;
  >                              // error[calc]: "this operator cannot continue this calculation"
    x;
  }
  calc != {                      // error[calc]: "the main operator of a calculation must be transitive"
    x;
    x + 1;
  }
  calc {
    x;
    p;                           // error[type]: "all lines in a calculation must have the same type"
  }
}
