// What programs take for granted, as `daphnia audit` lists it. Nothing is verified for that, so that contracts which
// nothing meets are not in it: verification finds them.
#pragma once

#include "report/accepted.h"
#include "report/report.h"
#include "verify/run.h"

#include <iosfwd>
#include <vector>

namespace daphnia::report {

// What there is to say besides the run, whose assumptions know whether they are accepted.
struct Audit {
    const verify::Run& run;
    std::vector<AcceptedFinding> stale; // accepted, and no longer found
};

// Errors and warnings first, then each finding with its place and what can be done about it.
void write_audit_text(const Audit& audit, const TextOptions& options, std::ostream& out);
// The document of README.md.
void write_audit_json(const Audit& audit, const ToolInfo& tool, std::ostream& out);
// A table with Dafny's columns. What comes from programs is escaped: no name and no path can be anything but text.
void write_audit_markdown(const Audit& audit, std::ostream& out);
// The same as a page of its own, which refers to nothing else.
void write_audit_html(const Audit& audit, std::ostream& out);

} // namespace daphnia::report
