// run: resolve
// Constants have types of their own or of their values, in any order, but no cycles.
const early := late + 1
const late: nat := Size([1, 2])
function Size(s: seq<int>): nat { |s| }

method Uses() {
  assert early > late;
  assert early == true;                     // error[type]: "arguments must have comparable types (got int and bool)"
}
