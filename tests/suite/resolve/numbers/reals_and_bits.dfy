// Numbers of one kind do not become numbers of another by themselves.
method Mixed(n: int, x: real, a: bv8, b: bv16)
{
  var r := n + x;        // error[type]
  var s := x + 1;        // error[type]
  var t := a + b;        // error[type]
  var u := a + n;        // error[type]
  var v := x % x;        // error[type]
  var w := n & n;        // error[type]
  var y := !x;           // error[type]
  var z := a << x;       // error[type]
}

method Literals() returns (a: bv8, x: real)
{
  a := 255;
  x := 1;                // error[type]
}

method TooLarge() returns (a: bv8)
{
  a := 256;              // error[type]: "literal (256) is too large for the bitvector type bv8"
}

method Members(x: real, a: bv8)
{
  var k := x.Ceiling;    // error[unresolved]
  var l := a.Floor;      // error[unresolved]
}
