// run: resolve
// Only the first object is reported.
method Java() {
  var xs := new ArrayList<int>();  // error[unresolved] hint: "write 'seq'"
}
