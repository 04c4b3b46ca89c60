const Limit := 100
const Half: nat := Limit / 2
const Names: seq<string> := ["a", "b"]
ghost const Unknown: int

predicate Small(x: int) { x < Limit }

method Use()
{
  assert Half == 50;
  assert Small(99);
  assert !Small(Limit);
  assert |Names| == 2 && Names[1] == "b";
  assert Unknown == Unknown;
}
