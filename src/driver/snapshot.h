// A program at a moment, with what there is to prove in it: for those who look again at each change of its texts.
#pragma once

#include "driver/session.h"
#include "support/source_files.h"
#include "verify/task.h"

#include <optional>
#include <vector>

namespace daphnia::driver {

class Snapshot {
  public:
    // Resolves the input. Open texts are those of the options, that of the input is its own.
    Snapshot(Input input, const Options& options);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    const Resolved& resolved() const { return resolved_; }
    // Those of the resolution, and what there is to say about the choice of declarations.
    const std::vector<support::Diagnostic>& diagnostics() const { return diagnostics_; }
    // The files of the tasks' program; none when there is no program.
    const support::SourceFiles& files() const { return files_; }
    // What is to be proved, in source order. Of a program with errors, what is left of it.
    const std::vector<verify::Task>& tasks() const { return tasks_; }
    // Whether something that the declaration speaks of has errors, so that a failure says nothing about it.
    bool speaks_of_errors(std::size_t task) const { return uncertain_[task]; }

    // Whether both are made of the same files with the same tokens, so that all that is said of one holds for the
    // other.
    friend bool same_tokens(const Snapshot& a, const Snapshot& b);
    // The place in `to` of a place in `from`, which has the same tokens.
    friend support::SourceRange moved(const support::SourceRange& range, const Snapshot& from, const Snapshot& to);

  private:
    // A file as it is, with the places of its tokens.
    struct Text {
        const support::SourceFile* file;
        const support::SourceFile* in_program; // the same, or that with blanks
        std::vector<support::SourceRange> tokens;
    };

    void note_texts();
    void select(support::DiagnosticSink& found);
    const Text* text_of(const support::SourceFile* file) const;

    Options options_;
    Resolved resolved_;
    std::vector<support::Diagnostic> diagnostics_;
    support::SourceFiles files_;
    std::optional<encode::Context> context_;
    std::vector<verify::Task> tasks_;
    std::vector<bool> uncertain_;
    std::vector<Text> texts_;
};

bool same_tokens(const Snapshot& a, const Snapshot& b);
support::SourceRange moved(const support::SourceRange& range, const Snapshot& from, const Snapshot& to);

} // namespace daphnia::driver
