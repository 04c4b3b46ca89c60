// run: resolve
// Nothing says what the lambda takes.
method Inference() {
  var f := x => x; // error[underspecified] error[underspecified]: "type of bound variable 'x' could not be determined"
}
