// run: resolve
// Attributes that would change what is proved are refused, others are heeded or passed over.
method {:verify false} {:timeLimit 20} {:somethingElse 3} Skipped() { }

lemma {:induction n} Inductive(n: nat) { }

lemma {:induction m} Unknown(n: nat) { }  // error[unresolved]: "unresolved identifier: m"

method {:extern} Foreign()                // error[unsupported]: "the attribute {:extern} is not supported yet"
