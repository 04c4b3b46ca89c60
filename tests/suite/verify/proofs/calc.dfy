function Double(x: int): int { x + x }

lemma Steps(a: int, b: int)
  ensures (a + b) * (a + b) == a * a + 2 * a * b + b * b
{
  calc {
    (a + b) * (a + b);
    a * (a + b) + b * (a + b);
    a * a + a * b + b * a + b * b;
    a * a + 2 * a * b + b * b;
  }
}

lemma Mixed(x: int)
  requires x > 3
  ensures Double(x) > 5
{
  calc {
    Double(x);
  ==
    x + x;
  >
    3 + 3;
  >=
    6;
  }
}

lemma Helper(x: int)
  ensures x % 2 == 0 ==> (x + 2) % 2 == 0
{
}

lemma WithHint(x: int)
  requires x % 2 == 0
  ensures (x + 2) % 2 == 0
{
  calc ==> {
    x % 2 == 0;
    { Helper(x); }
    (x + 2) % 2 == 0;
  }
}

lemma Explies(p: bool, q: bool)
  requires q
  ensures p || q
{
  calc <== {
    p || q;
    q;
  }
}

method InMethod(x: int)
{
  calc {
    x + 1 - 1;
  ==  { assert 1 - 1 == 0; }
    x;
  }
  assert x + 1 - 1 == x;
}
