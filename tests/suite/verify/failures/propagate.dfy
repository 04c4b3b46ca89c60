// `:-` on datatypes that can fail: in statements with and without left-hand side, with calls and values, in expressions.
datatype Result<+T> = Success(value: T) | Failure(error: string) {
  predicate IsFailure() { Failure? }
  function PropagateFailure<U>(): Result<U>
    requires IsFailure()
  {
    Failure(error)
  }
  function Extract(): T
    requires !IsFailure()
  {
    value
  }
}

datatype Outcome = Pass | Fail(reason: string) {
  predicate IsFailure() { Fail? }
  function PropagateFailure(): Outcome
    requires IsFailure()
  {
    this
  }
}

function Need(condition: bool, reason: string): Outcome
  ensures Need(condition, reason).Pass? <==> condition
{
  if condition then Pass else Fail(reason)
}

function Divide(a: int, b: int): Result<int>
  ensures Divide(a, b).Success? <==> b != 0
{
  if b == 0 then Failure("division by zero") else Success(a / b)
}

function Twice(a: int, b: int): Result<int>
  ensures b == 0 ==> Twice(a, b).Failure?
{
  var first :- Divide(a, b);
  var second :- Divide(first, b);
  Success(second)
}

function Pairs(a: Result<(int, int)>): Result<int> {
  var (x, y) :- a;
  Success(x + y)
}

function Checked(n: int): Outcome {
  :- Need(n >= 0, "negative");
  Need(n < 100, "too large")
}

method Parse(digit: char) returns (r: Result<nat>)
  ensures r.Success? <==> '0' <= digit <= '9'
  ensures r.Success? ==> r.value <= 9
{
  if '0' <= digit <= '9' {
    return Success((digit - '0') as int);
  }
  return Failure("no digit");
}

method Parse2(a: char, b: char) returns (r: Result<nat>)
  ensures r.Success? <==> '0' <= a <= '9' && '0' <= b <= '9'
  ensures r.Success? ==> r.value <= 99
{
  var x :- Parse(a);
  var y: nat :- Parse(b);
  r := Success(10 * x + y);
}

method WithRest(n: int) returns (r: Result<int>, k: int)
  ensures r.Success? <==> n >= 0
  ensures r.Success? ==> k == n && r.value == 2 * n
{
  k := n;
  r := if n < 0 then Failure("negative") else Success(2 * n);
}

method Use(n: int) returns (r: Result<int>)
  ensures r.Success? <==> n >= 0
  ensures r.Success? ==> r.value == 3 * n
{
  var double, same :- WithRest(n);
  return Success(double + same);
}

method Existing(a: array<int>, b: int) returns (o: Result<int>)
  requires a.Length > 1
  modifies a
  ensures o.Success? ==> b != 0 && a[1] == 10 / b
  ensures o.Failure? ==> forall i | 0 <= i < a.Length :: a[i] == old(a[i])
{
  var i := 1;
  a[i] :- Divide(10, b);
  o := Success(a[1]);
}

method Outcomes(n: int) returns (o: Outcome)
  ensures o.Pass? <==> 0 <= n < 100
{
  :- Need(n >= 0, "negative");
  :- Need(n < 100, "too large");
  o := Pass;
}

// Nothing is returned here: what may fail is shown not to, or the program stops.
method Main() {
  var x :- expect Parse2('4', '2');
  print x, "\n";
  :- expect Need(x > 0, "nothing");
  var y :- assert Divide(8, 2);
  assert y == 4;
  print Twice(100, 5), " ", Twice(1, 0), " ", Pairs(Success((1, 2))), " ", Checked(-1), "\n";
  var u := Use(4);
  var v := Parse2('a', '1');
  print u, " ", v, "\n";
}
