// run: resolve
// Loops as other languages write them.
method C(n: nat) {
  for (var i := 0; i < n; i := i + 1) {  // error[syntax] hint: "write 'for i := 0 to n': it counts by itself, up to n - 1"
    print i;
  }
}

method CInt(a: array<int>) {
  for (int i = 0; i < a.Length; i++) {  // error[syntax] hint: "write 'for i := 0 to a.Length': it counts by itself, up to a.Length - 1"
    print i;
  }
}

method NoParentheses(n: nat) {
  for i := 0; i < n; i := i + 1 {  // error[syntax] hint: "write 'for i := 0 to n': it counts by itself, up to n - 1"
    print i;
  }
}

method Range(n: nat) {
  for i in range(n) {  // error[syntax] hint: "write 'for i := 0 to n'"
    print i;
  }
}

method Ranges(n: nat) {
  for i in range(1, n) {  // error[syntax] hint: "write 'for i := 1 to n'"
    print i;
  }
}

method Dots(n: nat) {
  for i in 0..n {  // error[syntax] hint: "write 'for i := 0 to n'"
    print i;
  }
}

method GetsDots(n: nat) {
  for i := 0..n {  // error[syntax] hint: "write 'for i := 0 to n'"
    print i;
  }
}

method From(n: nat) {
  for i from 0 to n {  // error[syntax] hint: "write 'for i := 0 to n'"
    print i;
  }
}

method Equals(n: nat) {
  for i = 0 to n {  // error[syntax] hint: "write 'for i := 0 to n'"
    print i;
  }
}

method Each(s: seq<int>) {
  for x in s {  // error[syntax] hint: "write 'for i := 0 to |s|', and 's[i]' for 'x'"
    print x;
  }
}

method ForEach(s: seq<int>) {
  foreach x in s {  // error[syntax] hint: "write 'for i := 0 to |s|', and 's[i]' for 'x'"
    print x;
  }
}

method JavaEach(s: seq<int>) {
  for (int x : s) {  // error[syntax] hint: "write 'for i := 0 to |s|', and 's[i]' for 'x'"
    print x;
  }
}

method Step(n: nat) {
  for i := 0 to n step 2 {  // error[syntax] hint: "a 'for' counts by 1: write a 'while' loop for other steps"
    print i;
  }
}

method Do(n: nat) {
  var i := 0;
  do {  // error[syntax] hint: "there is no 'do': write 'while', and what runs first before it"
    i := i + 1;
  } while (i < n);
}

method WhileDo(n: nat) {
  var i := 0;
  while i < n do {  // error[syntax] hint: "leave out 'do': a body stands in braces"
    i := i + 1;
  }
}

method Repeat(n: nat) {
  repeat {  // error[syntax] hint: "write 'while true'"
    print n;
  }
}

method Inside(n: nat) {
  var i := 0;
  while i < n {
    invariant i <= n;  // error[syntax] hint: "an invariant stands between the head of a loop and its '{'"
    i := i + 1;
  }
}

method Before(n: nat) {
  var i := 0;
  invariant i <= n  // error[syntax] hint: "an invariant stands between the head of a loop and its '{'"
  while i < n {
    i := i + 1;
  }
}

method Decreases(n: nat) {
  var i := 0;
  while i < n {
    decreases n - i  // error[syntax] hint: "a measure stands between the head and the '{', of a loop or a declaration"
    i := i + 1;
  }
}

method Variant(n: nat) {
  var i := 0;
  while i < n
    variant n - i  // error[syntax] hint: "write 'decreases'"
  {
    i := i + 1;
  }
}

method LoopInvariant(n: nat) {
  var i := 0;
  while i < n
    loop_invariant i <= n  // error[syntax] hint: "write 'invariant'"
  {
    i := i + 1;
  }
}

method Misspelled(n: nat) {
  var i := 0;
  while i < n
    invarient i <= n  // error[syntax] hint: "did you mean 'invariant'?"
  {
    i := i + 1;
  }
}

method NoBraces(n: nat) {
  var i := 0;
  while (i < n) i := i + 1;
}  // error[syntax] hint: "a body stands in braces: '{ … }'"
