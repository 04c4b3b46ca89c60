// Objects of several classes in one collection: it is of what they all are.
trait Shape { }
trait Round extends Shape { }
class Ball extends Round { }
class Disk extends Round { }
class Box extends Shape { }

class Holder {
  ghost var repr: set<object>
  var items: array<int>
  var ball: Ball

  constructor (items: array<int>, ball: Ball)
    ensures repr == {this, items, ball}
  {
    this.items := items;
    this.ball := ball;
    repr := {this, ball};
    new;
    repr := {this, items} + {ball};
    assert items in repr && this in repr;
  }
}

method Joins(ball: Ball, disk: Disk, box: Box, a: array<int>, which: bool) {
  var round: seq<Round> := [ball, disk];
  var shapes: seq<Shape> := [ball, box] + round;
  assert shapes[2] == ball && |shapes| == 4;
  var r: Round := if which then ball else disk;
  var objects: set<object> := {ball, a};
  assert a in objects && box !in objects; // error[assertion]
  var m := match which case true => box case false => disk;
  var s: Shape := m;
  assert s is Box || s is Disk;
  assert s is Box; // error[assertion]
}
