// run: resolve
// What a type parameter stands for is looked at where it is used.
class Box<T> {
  const content: T // error[unsupported]: "constant fields that may hold functions are not supported yet"
  constructor (t: T) {
    content := t;
  }
}

method Make<T>(t: T) returns (b: Box<T>) {
  b := new Box(t);
}

method Numbers() {
  var b := Make(3);
  var n: int := b.content;
}

method Functions() {
  var b := Make((n: int) => n + 1);
}
