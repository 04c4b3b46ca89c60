// How much verdicts and costs vary, as text or as one JSON document.
#pragma once

#include "report/report.h"
#include "verify/complexity.h"

#include <cstddef>
#include <iosfwd>

namespace daphnia::report {

struct ComplexityText {
    bool colour = false;
    std::size_t worst = 10; // so many of those that cost most are listed
};

// What is no success first, then what costs most, then the totals. The measurement must be complete.
void write_complexity(const verify::Measurement& measurement, const verify::Tolerance& tolerance,
                      const ComplexityText& options, std::ostream& out);

// The document of src/report/README.md. The measurement must be complete.
void write_complexity_json(const verify::Measurement& measurement, const verify::Tolerance& tolerance,
                           const ToolInfo& tool, std::ostream& out);

} // namespace daphnia::report
