// A call that may write an array of arrays, and gives back an array of another element type than those it writes.

method Publish(shelf: array<array<int>>) returns (box: array<int>)
  requires shelf.Length > 0
  modifies shelf
{
  box := new int[2];
  shelf[0] := box;
}

method NothingIsSaidOfTheShelf(shelf: array<array<int>>)
  requires shelf.Length > 0
  modifies shelf
{
  var box := Publish(shelf);
  assert shelf[0] == box; // unproved[assertion]
}

method PublishAndSay(shelf: array<array<int>>) returns (box: array<int>)
  requires shelf.Length > 0
  modifies shelf
  ensures shelf[0] == box && fresh(box)
{
  box := new int[2];
  shelf[0] := box;
}

method SaidOfTheShelf(shelf: array<array<int>>)
  requires shelf.Length > 0
  modifies shelf
{
  var box := PublishAndSay(shelf);
  assert shelf[0] == box;
}
