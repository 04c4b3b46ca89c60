// run: resolve
// Only the first object is reported.
datatype Cell = Cell(value: int)

method Constructor() {
  var c := new Cell(3);  // error[type] hint: "values of datatypes need no 'new': write 'Cell(…)'"
}
