// Static errors of what is made, taken apart and compared.
datatype List = Nil | Cons(head: int, tail: List)
datatype Bag = Empty | Cons(only: int)
datatype Color = Red | Green {
  function Next(): Color { if Red? then Green else Red }
  static const First: Color := Red
  method Paint() { }
}

method Values(xs: List, c: Color) {
  var a := Cons(1, Nil);             // error[unresolved]: "the name 'Cons' denotes a datatype constructor, but does not do so uniquely; add an explicit qualification (for example, 'List.Cons')"
  var b := List.Cons(1);             // error[arity]: "wrong number of arguments (datatype constructor 'Cons' expects 2, got 1)"
  var d := List.Cons(true, Nil);     // error[type]: "incorrect argument type"
  var e := List.Missing;             // error[unresolved]: "member 'Missing' does not exist in datatype 'List'"
  var f := xs.size;                  // error[unresolved]: "member 'size' does not exist in datatype 'List'"
  var g: bool := xs.head;            // error[type]
  var h := xs == c;                  // error[type]
  var i := Red.Next().Next();
  var j := Color.Next();             // error[misplaced]: "accessing member 'Next' requires an instance expression"
  var k := Color.First;
  c.Paint();
  Color.Paint();                     // error[misplaced]: "accessing member 'Paint' requires an instance expression"
  var l := c.Paint();                // error[arity]
  var m := List;                     // error[misplaced]: "name of type (List) is used as a variable"
  var n := xs.(head := 1, tail := Nil);
  var o := xs.(only := 1);           // error[unresolved]: "member 'only' does not exist in datatype 'List'"
  var p := c.(head := 1);            // error[unresolved]
}
