// run: resolve
// Arrays of a type parameter beside others: of the same number of dimensions they may turn out to hold the same.

method Instances<T>(a: array2<T>, b: array2<int>)  // error[unsupported]: "arrays of several element types that may turn out to be the same"
  requires a.Length0 > 0 && a.Length1 > 0
  modifies a
{
}

method OtherDimensions<T>(a: array2<T>, b: array<int>, c: array3<int>)
  modifies a
{
}
