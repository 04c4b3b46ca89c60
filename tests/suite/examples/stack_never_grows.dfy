// The mistake: nobody asks whether the array is full.
class Stack {
  var items: array<int>
  var size: nat

  ghost predicate Valid()
    reads this
  {
    size <= items.Length
  }

  constructor (items: array<int>)
    ensures Valid()
  {
    this.items, size := items, 0;
  }

  method Push(x: int)
    requires Valid()
    modifies this, items
    ensures Valid()
  {
    items[size] := x; // refuted[index-range]
    size := size + 1;
  }
}
