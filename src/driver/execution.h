// Programs that have been through the stages in, runs out: which methods may be started, and how a run ended.
#pragma once

#include "support/diagnostics.h"
#include "support/source_files.h"
#include "typed/typed.h"
#include "verify/run.h"

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace daphnia::driver {

// What is to be started: the main method, or every test.
enum class EntryKind { Main, Tests };
struct EntryPoint {
    EntryKind kind = EntryKind::Main;
    std::string main_method; // empty: the method marked {:main}, else Main
};

// The methods to start, in source order. Reports, in Dafny's wording, what keeps one from being started.
std::vector<const typed::Method*> entry_methods(const typed::Program& program, const support::SourceFiles& files,
                                                const EntryPoint& entry, support::DiagnosticSink& sink);

// A program that is ready to run. Its source text belongs to the run of Loaded.
struct Runnable {
    std::string path;
    typed::Program program;
    std::vector<const typed::Method*> methods;
};

struct Loaded {
    verify::Run run;                // what the stages had to say
    std::vector<Runnable> programs; // none unless all is well with all of them
};

struct ExecutionOptions {
    bool checking = false; // every contract and rule is checked as the program runs
    bool relax_definite_assignment = false;
    std::uint64_t steps = 0;            // 0: no limit
    std::vector<std::string> arguments; // of the program; behind the path of its file they are what Main is given
};

struct Execution {
    bool finished = false;
    bool halted = false;                   // by an expect statement that failed
    support::Diagnostic failure;           // unless finished: what, where, with what values, on the way from where
    std::uint64_t undetermined_checks = 0; // that could not be evaluated, and did not stop the run
};

// Runs one of its methods to the end, with its output into the stream. Throws InputError for an argument that is not
// UTF-8.
Execution execute(const Runnable& program, const typed::Method& method, const ExecutionOptions& options,
                  std::ostream& output);

// `file(line,column)`, as Dafny's programs name the place where they halt: columns from 0.
std::string halting_place(const support::SourceRange& range);

} // namespace daphnia::driver
