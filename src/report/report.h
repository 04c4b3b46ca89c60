// A run as text for a terminal, while it is made, and as one JSON document; formats.h has all formats.
#pragma once

#include "verify/run.h"

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace daphnia::report {

struct TextOptions {
    bool colour = false;
    bool trace = false;  // explanations with the run, as a table of states
    bool replay = false; // say how to get a program that repeats a failing run
    // Files that are named and cannot be read are shown; else their errors belong on the error stream.
    bool unreadable = false;
};

// Each diagnostic with its source line underlined and its related places, then the totals.
//
// It writes while the run is made, in the order of files and of places in them: what is found of a declaration is
// written as soon as it and everything before it is known.
class TextReport final : public verify::RunObserver {
  public:
    TextReport(const TextOptions& options, std::ostream& out);
    ~TextReport() override;
    TextReport(const TextReport&) = delete;
    TextReport& operator=(const TextReport&) = delete;

    void resolved(const verify::Run& run, const std::vector<std::vector<support::SourceRange>>& planned) override;
    void started(std::size_t file, std::size_t declaration) override;
    void outcome(std::size_t file, std::size_t declaration, const std::vector<support::Diagnostic>& found) override;
    void finished(const verify::Run& run, std::size_t file) override;
    // What there is to say about all files together; after the last of them.
    void totals(const verify::Run& run);

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

// The same of a run that has been made.
void write_text(const verify::Run& run, const TextOptions& options, std::ostream& out);

// The static errors and warnings alone, as write_text shows them; for faces that go on to show something else.
void write_diagnostics(const std::vector<support::Diagnostic>& diagnostics, const TextOptions& options,
                       std::ostream& out);

struct ToolInfo {
    std::string version;
    std::string solver;
};

// The document of src/report/README.md.
void write_json(const verify::Run& run, const ToolInfo& tool, std::ostream& out);

} // namespace daphnia::report
