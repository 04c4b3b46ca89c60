// Constants whose type follows from their value are of its newtype.
newtype Small = n: int | 0 <= n < 100

const five := 5 as Small
const list := [five, 7]
const pair := (five, -3)
const choice := if five > 3 then five else Half(five)

function Half(s: Small): Small {
  s / 2
}

method Uses()
{
  var s: Small := five;
  var t: seq<Small> := list;
  var p: (Small, int) := pair;
  assert s + p.0 == 10 && t[1] == 7 && p.1 == -3;
  s := choice * 20;  // error[subset]: "newtype constraint"
}
