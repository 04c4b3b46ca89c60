function Length(s: seq<int>): nat { if s == [] then 0 else 1 + Length(s[1..]) }
function Filter(p: int -> bool, s: seq<int>): seq<int> {
  if s == [] then [] else if p(s[0]) then [s[0]] + Filter(p, s[1..]) else Filter(p, s[1..])
}

method Wrong() {
  var s := [4, 1, 3, 2];
  assert Length(s) == 5;  // error[assertion]
}

method WrongFilter() {
  assert Filter(x => x > 2, [4, 1, 3]) == [3, 4];  // error[assertion]
}

// Of two values, only one is there.
method Reassigned(again: bool) {
  var s := [1];
  if again {
    s := [1, 2];
  }
  assert Length(s) == 1;  // error[assertion]
}

// Functions of different texts may be equal.
method Equal() {
  assert ((x: int) => x + x) != ((x: int) => 2 * x);  // error[assertion]
}
