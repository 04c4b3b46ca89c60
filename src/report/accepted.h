// Findings of an audit that somebody has looked at and accepted: a file of JSON beside the programs. An entry names a
// finding by file, kind, declaration and what is believed, and by no line: edits elsewhere do not concern it, while
// another contract of an axiom, or another assumption in the same method, is another finding.
#pragma once

#include "verify/run.h"

#include <cstddef>
#include <string>
#include <vector>

namespace daphnia::report {

struct AcceptedFinding {
    std::string file; // relative to the folder of the file of accepted findings, with slashes
    std::string id;   // of the rule
    std::string declaration;
    std::string text;
    std::size_t count = 1; // so many places that look alike
    std::string reason;    // may be empty
};

class AcceptedFindings {
  public:
    // InputError when the file cannot be read, or is no such list.
    static AcceptedFindings read(const std::string& path);

    // Marks what is accepted, and gives what is accepted and not found in the files of the run, or in files that are
    // no longer there.
    std::vector<AcceptedFinding> mark(verify::Run& run) const;
    // The text of a list, for a file of this path, of all findings of the run, with the reasons that are known already;
    // marks them as accepted.
    std::string accept_all(verify::Run& run, const std::string& path) const;

  private:
    std::string folder_; // of the list
    std::vector<AcceptedFinding> entries_;
};

} // namespace daphnia::report
