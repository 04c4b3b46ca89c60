// Static errors of datatype declarations.
datatype Twice = Same | Same  // error[duplicate]: "duplicate datatype constructor name: Same"
