// run: resolve
// Expressions as other languages write them.
method Equal(x: int) returns (r: int) {
  if x = 1 { r := 1; }  // error[syntax] hint: "equality is written '=='"
}

method TripleEqual(x: int) returns (b: bool) {
  b := x === 1;  // error[syntax] hint: "equality is written '=='"
}

predicate Equals(x: int) { x = 1 }  // error[syntax] hint: "equality is written '=='"

predicate Basic(x: int) { x <> 1 }  // error[syntax] hint: "'different from' is written '!='"

predicate Erlang(x: int) { x =/= 1 }  // error[syntax] hint: "'different from' is written '!='"

predicate Haskell(x: int) { x /= 1 }  // error[syntax] hint: "'different from' is written '!='"

predicate AtMost(x: int) { x =< 1 }  // error[syntax] hint: "'at most' is written '<='"

predicate Tilde(x: int) { x ~= 1 }  // error[syntax] hint: "'different from' is written '!='" error[syntax] hint: "equality is written '=='"

predicate And(a: bool, b: bool) { a and b }  // error[syntax] hint: "'and' is written '&&'"

predicate Or(a: bool, b: bool) { a or b }  // error[syntax] hint: "'or' is written '||'"

predicate Not(a: bool) { not a }  // error[syntax] hint: "'not' is written '!'"

predicate NotIn(x: int, s: set<int>) { x not in s }  // error[syntax] hint: "write '!in'"

predicate Implies(a: bool, b: bool) { a implies b }  // error[syntax] hint: "implication is written '==>'"

predicate Iff(a: bool, b: bool) { a iff b }  // error[syntax] hint: "equivalence is written '<==>'"

lemma Thick(x: int)
  requires x > 0 => x > 1  // error[syntax] hint: "implication is written '==>', 'at least' is '>='"
{ }

lemma Thin(x: int)
  requires x > 0 -> x > 1  // error[syntax] hint: "implication is written '==>'"
{ }

function Mod(x: int): int { x mod 2 }  // error[syntax] hint: "the remainder is written '%'"

function Div(x: int): int { x div 2 }  // error[syntax] hint: "division is written '/'"

function Power(x: int): int { x ** 2 }  // error[syntax] hint: "there is no power operator: multiply, or write a function"

predicate Between(x: int, n: int) { x in 0..n }  // error[syntax] hint: "write '0 <= x < n'"

function Ternary(x: int): int { x > 0 ? x : -x }  // error[syntax] hint: "write 'if … then … else …'"

function NoElse(x: int): int { if x > 0 then x }  // error[syntax] hint: "in an expression 'if' has both branches: 'if … then … else …'"

function Braces(x: int): int { if x > 0 { x } else { -x } }  // error[syntax] hint: "an expression is written 'if … then … else …', without braces"

function Return(x: int): int { return x; }  // error[syntax] hint: "a function's body is an expression: leave out 'return' and the ';'"

function Semicolon(x: int): int {
  2 * x;
}  // error[syntax] hint: "a function's body is an expression: leave out the ';' at its end"

function Let(x: int): int { let y = x + 1 in y }  // error[syntax] hint: "write 'var y := …;' before the expression"

function Assign(x: int): int { y := x }  // error[syntax] hint: "a function's body is an expression; assignments are for methods"

function Loop(x: int): int { while x > 0 { } }  // error[syntax] hint: "a function's body is an expression; loops are for methods"

datatype List = Nil | Cons(head: int, tail: List)

function Of(l: List): int { case l of Nil => 0 }  // error[syntax] hint: "write 'match x case A => …  case B => …'"

function With(l: List): int { match l with | Nil => 0 | Cons(h, _) => h }  // error[syntax] hint: "leave out 'with': 'match x case A => …  case B => …'"

function ThinCase(l: List): int {
  match l
  case Nil -> 0  // error[syntax] hint: "write '=>' behind a pattern"
  case Cons(h, _) -> h  // error[syntax] hint: "write '=>' behind a pattern"
}

function ColonCase(l: List): int {
  match l {
    case Nil: 0  // error[syntax] hint: "write '=>' behind a pattern"
  }
}

method Lambda() {
  var f := lambda x: x + 1;  // error[syntax] hint: "write 'x => …'"
}

method Result(x: int) returns (r: int)
  ensures return > 0  // error[syntax] hint: "a result has a name, from the head: 'returns (r: int)' or ': (r: int)'"
{ r := 1; }

method Jml(x: int) returns (r: int)
  ensures \result > 0  // error[syntax] hint: "a result has a name, from the head: 'returns (r: int)' or ': (r: int)'"
{ r := 1; }

method Old(a: array<int>)
  ensures \old(a[0]) == a[0]  // error[syntax] hint: "write 'old(…)'"
{ }

method OldBare(a: array<int>)
  ensures old a[0] == a[0]  // error[syntax] hint: "'old' has parentheses: 'old(…)'"
{ }

predicate Unicode(n: int) { n ≤ 3 }  // error[syntax] hint: "write '<='" error[syntax]

predicate UnicodeAnd(a: bool, b: bool) { a ∧ b }  // error[syntax] hint: "write '&&'" error[syntax]

method Comprehension(n: nat) {
  var s := [i for i in range(n)];  // error[syntax] hint: "write 'seq(n, i => …)'"
}

function Slice(s: seq<int>): seq<int> { s[:2] }  // error[syntax] hint: "a part is written 's[a..b]'"
