// run: resolve
// Quantifiers as mathematics and other languages write them.
lemma Comma(s: seq<int>)
  ensures forall i, 0 <= i < |s| ==> s[i] == s[i]  // error[syntax] hint: "write '::' behind the variables: 'forall i :: …'"
{ }

lemma Dot()
  ensures exists i . i > 0  // error[syntax] hint: "write '::' behind the variables: 'forall i :: …'"
{ }

lemma TypedDot()
  ensures forall i: int . i == i  // error[syntax] hint: "write '::' behind the variables: 'forall i :: …'"
{ }

lemma Nothing(s: seq<int>)
  ensures forall i 0 <= i < |s| ==> s[i] == s[i]  // error[syntax] hint: "write '::' behind the variables: 'forall i :: …'"
{ }

lemma In(s: seq<int>)
  ensures forall x in s :: x == x  // error[syntax] hint: "write 'forall x | x in s ::' (likewise 'exists' and 'set')"
{ }

lemma Parentheses()
  ensures forall (i: int) :: i == i  // error[syntax] hint: "the variables have no parentheses around them: 'forall x: int ::'"
{ }

lemma TypeFirst()
  ensures forall int i :: i == i  // error[syntax] hint: "the name comes first: 'i: int'"
{ }

lemma Arrow()
  ensures forall i: int => i == i  // error[syntax] hint: "write '::' behind the variables: 'forall i :: …'"
{ }

lemma Colon(s: seq<int>)
  ensures forall i : 0 <= i < |s| ==> s[i] == s[i]  // error[syntax] hint: "write '::' behind the variables: 'forall i :: …'"
{ }

lemma Misspelled()
  ensures foral i :: i == i  // error[syntax] hint: "did you mean 'forall'?"
{ }
