// run: resolve
// Only the first object is reported.
method Allocation() {
  var a := new array<int>(10);  // error[type] hint: "write 'new int[10]'"
}
