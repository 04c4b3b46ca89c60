// The mistake: a postcondition without `old` compares the array with itself. It says that the array
// is a palindrome, and the program, which is right, does not make it one.

method Reverse(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == a[a.Length - 1 - i]
{  // refuted[postcondition]
  var left := 0;
  while left < a.Length / 2
    invariant 0 <= left <= a.Length / 2
    invariant forall i :: 0 <= i < left ==> a[i] == old(a[a.Length - 1 - i])
    invariant forall i :: a.Length - left <= i < a.Length ==> a[i] == old(a[a.Length - 1 - i])
    invariant forall i :: left <= i < a.Length - left ==> a[i] == old(a[i])
  {
    a[left], a[a.Length - 1 - left] := a[a.Length - 1 - left], a[left];
    left := left + 1;
  }
}
