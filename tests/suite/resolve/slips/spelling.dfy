// run: resolve
// Near misses of names that are in scope and would be right at the place.
const Limit := 10

function Double(n: int): int { n + n }

method Process(n: int) returns (r: int) { r := n; }

lemma Commutes(x: int, y: int) ensures x + y == y + x { }

datatype Colour = Red | Green | Mixed(first: Colour, second: Colour)

method Variables(counter: int, other: int) returns (total: int) {
  total := conter;  // error[unresolved] hint: "did you mean 'counter'?"
  totel := counter;  // error[unresolved] hint: "did you mean 'total'?"
  total := Limt;  // error[unresolved] hint: "did you mean 'Limit'?"
  total := othre + counter;  // error[unresolved] hint: "did you mean 'other'?"
}

method Calls(n: int) returns (r: int) {
  r := Duoble(n);  // error[unresolved] hint: "did you mean 'Double'?"
  r := Proces(n);  // error[unresolved] hint: "did you mean 'Process'?"
  Procces(n);  // error[unresolved] hint: "did you mean 'Process'?"
  Comutes(n, r);  // error[unresolved] hint: "did you mean 'Commutes'?"
  r := Double(m := n);  // error[arity] error[unresolved]
  var c := Gren;  // error[unresolved] hint: "did you mean 'Green'?"
  var d := Mixed(frist := Red, second := Green);  // error[arity] error[unresolved] hint: "did you mean 'first'?"
}

method Labels(n: nat) {
  label outer: while true
  {
    break oter;  // error[unresolved] hint: "did you mean 'outer'?"
  }
}

function {:opaque} Hidden(n: int): int { n }

method Reveals() {
  reveal Hiden();  // error[unresolved] hint: "did you mean 'Hidden'?"
}

lemma {:induction leest} Inductive(least: nat) { }  // error[unresolved] hint: "did you mean 'least'?"

datatype Account = Account(balance: int) {
  predicate Solvent() { balnce >= 0 }  // error[unresolved] hint: "did you mean 'balance'?"
  function Next(): Account { Account(balance + 1) }
  function Twice(): Account { Nxet().Next() }  // error[unresolved] hint: "did you mean 'Next'?"
}

method Truth() returns (b: bool) {
  b := ture;  // error[unresolved] hint: "did you mean 'true'?"
}
