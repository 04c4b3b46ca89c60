// run: resolve
// One slip is one error, although what follows it stands where nothing may stand.
method Then(a: int, b: int) returns (m: int) {
  if a > b then m := a; else m := b;  // error[syntax] hint: "in a statement the branches stand in braces"
}

method Elif(n: int) returns (s: int) {
  if n > 0 { s := 1; }
  elif n < 0 { s := -1; }  // error[syntax] hint: "write 'else if'"
  else { s := 0; }
}

method For(n: int) {
  for (var i := 0; i < n; i := i + 1) {  // error[syntax] hint: "write 'for i := 0 to n'"
    print i;
  }
}

// Errors of their own are said in the same body, and in the next declaration.
method Several(n: int) {
  var i := n;
  i++;  // error[syntax]
  print i  // error[syntax]: "expected ';'"
}

method Next(n: int) {
  print n }  // error[syntax]: "expected ';'"
