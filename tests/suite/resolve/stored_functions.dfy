// run: resolve
// Functions that read the heap do not get into it, nor functions that could be given one.
datatype Box<T> = Box(content: T)

method Stores(r: array<() ~> int>) { // error[unsupported]: "arrays and fields that hold functions which may read the heap are not supported yet"
}
method StoresBox(r: array<Box<int ~> int>>) { // what is refused is named once
}
method Puts<T>(x: T)
{
  var a := new T[1](i => x);
}
method PutsOne(a: array<int>) {
  Puts(() reads a requires a.Length > 0 => a[0]);
}
method Takes(r: array<(int -> int) -> int>) { // error[unsupported]: "arrays and fields that hold functions which take functions, where other functions may read the heap, are not supported yet"
}
method Allowed(r: array<int -> int>, s: array<Box<int --> int>>, f: (int ~> int) -> int, g: Box<int ~> int>) {
}
