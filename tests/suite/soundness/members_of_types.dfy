// Members give a type no values, and nothing is known of those without a body but what is declared.
newtype Never = x: int | false witness * {
  function Next(): Never { this }
  lemma Any()
    ensures false
  {
  }  // no end: there is no such value
}

type Token {
  function Weight(): int
  lemma Positive()
    ensures Weight() > 0
  {  // error[postcondition]
  }
  function Loop(): int
  {
    Loop() + 1  // error[decreases]
  }
}

newtype Count = n: int | 0 <= n {
  lemma Bounded()
    ensures this < 1000
  {  // error[postcondition]
  }
  function Down(): int
  {
    if this == 0 then 0 else 1 + (this - 1).Down()
  }
  lemma Itself()
    ensures Down() == 7
  {
    Itself();  // error[decreases]
  }
}

lemma FromNowhere() returns (n: Never)
  ensures false
{
}  // error[definite-assignment]

lemma NoToken()
  ensures exists t: Token :: true  // warning[no-trigger]
{  // error[postcondition]
}

lemma SameWeight(t: Token, u: Token)
  ensures t.Weight() == u.Weight()
{  // error[postcondition]
}
