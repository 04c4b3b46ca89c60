// run: resolve
// What is wrong with classes, and said at its place.

class Point {
  var x: int
  var y: int
  const origin: bool
  var x: bool // error[duplicate]: "duplicate member name: x"

  constructor (x: int)
  {
    this.x := x;
    y := this.x;
    return; // error[misplaced]: "return statement is not allowed before 'new;' in a constructor"
    new;
    if x > 0 {
      new; // error[misplaced]
    }
  }

  static method Zero() returns (n: int)
  {
    n := x; // error[misplaced]: "'this' is not allowed in a 'static' context"
  }

  method Move()
    modifies this
  {
    origin := true; // error[mutability]: "LHS of assignment must denote a mutable field"
    z := 3; // error[unresolved]
    this.z := 3; // error[unresolved]
  }
}

class Empty { }

class Holds {
  var cell: Empty
  constructor () {
    cell := new Empty;
  }
}

class NeedsOne { // error[initialization]: "class 'NeedsOne' with fields without known initializers, like 'cell' of type 'Empty', must declare a constructor"
  var cell: Empty
}

constructor Outside() { } // error[misplaced]: "constructors are allowed only in classes"

method Uses(p: Point, q: Point?)
{
  var a := new Point; // error[type]: "one of its constructor methods must be called"
  var b := new Point.Other(3); // error[type]: "member 'Other' does not exist in class 'Point'"
  var c := new Empty(3); // error[type]: "does not have an anonymous constructor"
  var d := new Empty;
  var e := new Point(true); // error[type]
  var f: Empty := p; // error[type]
  var g := Point.x; // error[misplaced]: "accessing member 'x' requires an instance expression"
  assert p.Move(); // error[misplaced]
  assert p == d; // error[type]
  new; // error[misplaced]: "'new;' is allowed only in constructors"
}

method Frames(p: Point)
  modifies p`x, p`w // error[unresolved]: "type Point does not have a field w"
  modifies 3 // error[type]: "a modifies-clause expression must denote an object"
{
}

function NotTwoStates(p: Point): bool
  reads p
{
  unchanged(p) // error[misplaced]: "unchanged expressions are not allowed in this context"
}
