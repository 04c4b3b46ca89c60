// Traits: a caller relies on the trait's contract; where the class of the object is known, on what it is there.
trait Shape {
  const name: string
  ghost var repr: set<object>

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr

  function Area(): int
    requires Valid()
    reads this, repr
    ensures Area() >= 0

  method Grow(n: nat)
    requires Valid()
    modifies repr
    ensures Valid() && fresh(repr - old(repr))
    ensures Area() >= old(Area())
    decreases 0

  method Twice()
    requires Valid()
    modifies repr
    ensures Valid() && fresh(repr - old(repr))
    ensures Area() >= old(Area())
    decreases 1
  {
    Grow(1);
    Grow(2);
  }
}

class Square extends Shape {
  var side: int

  constructor (s: nat)
    ensures Valid() && fresh(repr)
    ensures side == s
  {
    name := "square";
    side := s;
    repr := {this};
  }

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr
  {
    this in repr && side >= 0
  }

  function Area(): int
    requires Valid()
    reads this, repr
    ensures Area() >= 0
  {
    side * side
  }

  method Grow(n: nat)
    requires Valid()
    modifies repr
    ensures Valid() && fresh(repr - old(repr))
    ensures Area() >= old(Area())
    ensures side == old(side) + n
    decreases 0
  {
    side := side + n;
    assert side * side >= old(side) * old(side);
  }
}

class Rectangle extends Shape {
  var width: nat
  var height: nat

  constructor (w: nat, h: nat)
    ensures Valid() && fresh(repr)
    ensures width == w && height == h
  {
    name := "rectangle";
    width, height := w, h;
    repr := {this};
  }

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr
  {
    this in repr
  }

  function Area(): int
    requires Valid()
    reads this, repr
    ensures Area() >= 0
  {
    width * height
  }

  method Grow(n: nat)
    requires Valid()
    modifies repr
    ensures Valid() && fresh(repr - old(repr))
    ensures Area() >= old(Area())
    decreases 0
  {
    width := width + n;
    assert width * height >= old(width) * old(height);
  }
}

method Known() {
  var s := new Square(3);
  assert s.Area() == 9;
  var shape: Shape := s;
  assert shape.Area() == 9;
  shape.Grow(2);
  assert shape.Area() >= 9;
  assert s.side == 5; // error[assertion]
}

method Unknown(shape: Shape)
  requires shape.Valid()
  modifies shape.repr
{
  ghost var before := shape.Area();
  shape.Twice();
  assert shape.Area() >= before;
  assert shape.Area() > before; // error[assertion]
}

method Tests(shape: Shape)
  requires shape.Valid()
{
  if shape is Square {
    var s := shape as Square;
    assert s.Area() == s.side * s.side == shape.Area();
    assert !(shape is Rectangle);
  } else if shape is Rectangle {
    assert shape.Area() == (shape as Rectangle).width * (shape as Rectangle).height;
  } else {
    assert shape.Area() == 0; // error[assertion]
  }
}

method Others(one: Shape, other: Shape)
  requires one.Valid() && other.Valid() && one.repr !! other.repr
  modifies one.repr
{
  ghost var area := other.Area();
  one.Grow(3);
  assert other.Area() == area;
}

// Several traits, traits of traits, and members that only traits have.
trait Named {
  var title: string
  method Rename(s: string)
    modifies this
    ensures title == s
  {
    title := s;
  }
}

trait Counted extends Named {
  var count: nat
  function Next(): nat
    reads this
  {
    count + 1
  }
}

trait Sized {
  function Size(): nat
    reads this
}

class Bag extends Counted, Sized {
  function Size(): nat
    reads this
  {
    count
  }
}

method Members(b: Bag, s: Sized)
  modifies b
{
  b.Rename("bag");
  assert b.title == "bag" && b.Next() == b.Size() + 1;
  b.count := 4;
  assert b.title == "bag";
  var n: Named := b;
  n.Rename("n");
  assert b.title == "n";
  assert b.count == 4; // error[assertion]
  if s == b {
    assert s.Size() == b.count;
  }
}

// Generic traits.
trait Box<T> {
  function Peek(): T
    reads this
  function Map<U>(f: T -> U): U
    reads this
    ensures Map(f) == f(Peek())
}

class Cell<T> extends Box<T> {
  var content: T

  constructor (t: T)
    ensures content == t
  {
    content := t;
  }

  function Peek(): T
    reads this
  {
    content
  }

  function Map<U>(f: T -> U): U
    reads this
    ensures Map(f) == f(Peek())
  {
    f(content)
  }
}

class Number extends Box<int> {
  var n: int

  function Peek(): int
    reads this
  {
    n
  }

  function Map<U>(f: int -> U): U
    reads this
    ensures Map(f) == f(Peek())
  {
    f(n)
  }
}

method Boxes() {
  var box: Box<int> := new Cell<int>(3);
  assert box.Peek() == 3;
  var number := new Number;
  number.n := 5;
  box := number;
  assert box.Peek() == 5 && box.Map(x => x > 2);
  var truth: Box<bool> := new Cell<bool>(true);
  assert truth.Peek();
  assert !truth.Map(b => b); // error[assertion]
}
