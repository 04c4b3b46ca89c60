// run: resolve
// Parameters, results and clauses as other languages write them.
method Java(int n) { }  // error[syntax] hint: "the name comes first: 'n: int'"

method Strings(String s) { }  // error[syntax] hint: "the name comes first: 's: string'"

method Lists(List<Integer> xs) { }  // error[syntax] hint: "the name comes first: 'xs: seq<int>'"

method Arrays(int[] a) { }  // error[syntax] hint: "the name comes first: 'a: array<int>'"

method Go(n int) { }  // error[syntax] hint: "write 'n: int'"

method Python(n) { }  // error[syntax] hint: "every parameter has a type: 'n: int'"

method Two(n, m: int) { }  // error[syntax] hint: "every parameter has a type: 'n: int'"

method Reference(ref n: int) { }  // error[syntax] hint: "parameters have only a name and a type"

method Squares(a: int[]) { }  // error[syntax] hint: "write 'array<int>'"

method Brackets(s: seq[int]) { }  // error[syntax] hint: "write 'seq<int>'"

function Haskell(s: [int]): int { 0 }  // error[syntax] hint: "a sequence is written 'seq<int>'"

method Colon(n: int): int  // error[syntax] hint: "results have names: write 'returns (r: int)'"
{ return n; }

method Arrow(n: int) -> seq<int>  // error[syntax] hint: "results have names: write 'returns (r: seq<int>)'"
{ return [n]; }

method Named(n: int): (r: int)  // error[syntax] hint: "write 'returns' in place of ':'"
{ return n; }

method Bare(n: int) returns int  // error[syntax] hint: "results have names: write 'returns (r: int)'"
{ return n; }

method Nameless(n: int) returns (int)  // error[syntax] hint: "results have names: write 'returns (r: int)'"
{ return n; }

method Return(n: int) return (r: int)  // error[syntax] hint: "did you mean 'returns'?"
{ return n; }

function Returns(n: int) returns (r: int) { n }  // error[syntax] hint: "a function has one result: write ': int', or ': (r: int)' with a name"

function ArrowTo(n: int) -> bool { true }  // error[syntax] hint: "write ': bool'"

function Equals(n: int): int = n + 1  // error[syntax] hint: "a body stands in braces: '{ … }'"

method Main { }  // error[syntax] hint: "a declaration has parentheses, also without parameters: 'Main()'"

function Nothing: int { 0 }  // error[syntax] hint: "a declaration has parentheses, also without parameters: 'Nothing()'"

method Require(n: int)
  require n > 0  // error[syntax] hint: "did you mean 'requires'?"
{ }

method Ensure(n: int) returns (r: int)
  requires n > 0
  ensure r > 0  // error[syntax] hint: "did you mean 'ensures'?"
{ r := n; }

method Pre(n: int)
  pre n > 0  // error[syntax] hint: "a precondition is written 'requires'"
{ }

method Post(n: int)
  post n > 0  // error[syntax] hint: "a postcondition is written 'ensures'"
{ }

method Variant(n: int)
  variant n  // error[syntax] hint: "a measure is written 'decreases'"
{ }

method Assigns(a: array<int>)
  assigns a  // error[syntax] hint: "what may change is written 'modifies'"
{ }

method Throws(n: int)
  throws Error  // error[syntax] hint: "there are no exceptions: return a value that says what went wrong"
{ }

method Invariant(n: int)
  invariant n > 0  // error[syntax] hint: "an invariant stands between the head of a loop and its '{'"
{ }

method Commas(n: int)
  requires n > 0, n < 10  // error[syntax] hint: "write '&&', or a clause of its own for each"
{ }

method Semicolon(n: int);  // error[syntax] hint: "no ';' stands behind the head"
  requires n > 0
{ }

method Decrease(n: nat)
  decrease n  // error[syntax] hint: "did you mean 'decreases'?"
{ }

method Begin(n: int)
begin  // error[syntax] hint: "a body stands in braces: '{ … }'"
