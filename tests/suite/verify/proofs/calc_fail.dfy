lemma WrongStep(a: int, b: int)
{
  calc {
    a + b;
    b + a;
    b - a;  // error[calc-step]
  }
}

lemma WrongConclusion(a: int)
  ensures a > 10
{  // error[postcondition]
  calc {
    a;
  >
    a - 1;
  }
}

lemma WrongHint(a: int)
{
  calc {
    a;
  ==  { assert a == 0; }  // error[assertion]
    a + a;
  }
}

lemma ImplicationTheWrongWay(x: int)
{
  calc ==> {
    x > 5;
    x > 3;
    x > 4;  // error[calc-step]
  }
}

lemma IllDefinedLine(a: int, b: int)
{
  calc {
    a;
    a / b * b;  // error[division-by-zero] error[calc-step]
  }
}
