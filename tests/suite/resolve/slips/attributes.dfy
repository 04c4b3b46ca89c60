// run: resolve
// Attributes that Dafny does not know mean nothing; those that look misspelt are warned of.
method {:verfy false} Skipped() { }           // warning[attribute]: "{:verfy} is no known attribute" hint: "did you mean '{:verify}'?"

lemma {:axoim} Given(x: int)                  // warning[attribute] hint: "did you mean '{:axiom}'?"
  ensures {:eror "no"} x == x                 // warning[attribute] hint: "did you mean '{:error}'?"

lemma {:Axiom} Capital()                      // warning[attribute] hint: "did you mean '{:axiom}'?"

function {:feul 2} Twice(x: int): int { 2 * x } // warning[attribute] hint: "did you mean '{:fuel}'?"

method {:timelimit 3} Places(s: seq<int>)     // warning[attribute] hint: "did you mean '{:timeLimit}'?"
{
  assert {:splithere} true;                   // warning[attribute] hint: "did you mean '{:split_here}'?"
  assert forall i {:triger s[i]} :: 0 <= i < |s| ==> s[i] == s[i]; // warning[attribute] hint: "did you mean '{:trigger}'?"
}

// Names of one's own, and those that mean something to Dafny only.
method {:mine} {:a} {:homework 3} {:vcs_max_cost 2} {:priority 1} {:id "x"} {:rlimit 2} {:focus} Silent()
  requires {:because "it is so"} true
{
  assert {:subsumption 0} {:split_here} {:contradiction} true;
}
