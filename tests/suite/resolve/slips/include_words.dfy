// run: resolve
include base.dfy  // error[syntax] hint: "a path stands in quotes"
