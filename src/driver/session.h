// Source files in, a run out: the one place that knows the order of the stages. Every face and every test calls it.
#pragma once

#include "driver/execution.h"
#include "driver/inputs.h"
#include "driver/open_texts.h"
#include "driver/shard.h"
#include "encode/encode.h"
#include "resolve/references.h"
#include "resolve/resolve.h"
#include "verify/run.h"
#include "verify/verify.h"

#include <iosfwd>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::driver {

struct Options {
    resolve::Options resolve;
    encode::Options encode;
    verify::Options verify;
    std::string filter_symbol;          // only declarations whose name contains it
    bool verify_included_files = false; // not only those that are named
    verify::Strictness strictness;
    std::optional<ShardOptions> shard; // absent: everything is verified
    OpenTexts texts;                   // of files that inputs include
};

// Audit: to resolve, and to list what is taken for granted.
enum class Goal { Resolve, Audit, Verify };

enum class DumpStage { Ast, Typed, Ivl, Passive, Vc, Smt2 };
// The stage of that name ("ast", "typed" or "program", "ivl", "passive", "vc", "smt2"), if there is one.
std::optional<DumpStage> dump_stage(std::string_view name);

// A program, as far as it could be resolved. Nothing of it may be verified or run unless it is complete.
struct Resolved {
    std::string path;
    std::unique_ptr<const support::SourceFile> source;                // null when it could not be read
    std::vector<std::unique_ptr<const support::SourceFile>> included; // and further ones of the program
    std::vector<support::Diagnostic> diagnostics; // in order of their places, errors and warnings of the whole
    bool is_complete = false;                     // there are no errors
    // Absent only when nothing is left of it, as errors stand outside of all declarations. Ranges in a program that is
    // not complete are ranges of program_source and included_in_program, at the places that they have in the files.
    std::optional<typed::Program> program;
    // The files of the program itself, with blanks in place of what is left out; null when the program is complete.
    std::unique_ptr<const support::SourceFile> program_source;
    std::vector<std::unique_ptr<const support::SourceFile>> included_in_program;
    // What the names of the files stand for, as far as they were resolved; in texts of the same paths and places:
    // `source` and `included`, or, where these could not all be parsed, others that are kept here.
    resolve::References references;
    std::vector<std::unique_ptr<const support::SourceFile>> other_texts;
    // Where the program is not complete: of the names in it, in program_source and included_in_program.
    resolve::References references_in_program;
    // Bodies and whole declarations, as ranges of the files as they are, in order: what has errors, and what cannot be
    // understood without it.
    std::vector<support::SourceRange> left_out;
    // Those of `source` and `included` that are there because others include them: what they declare is not looked at.
    std::set<const support::SourceFile*> only_included;
};

class Session {
  public:
    explicit Session(Options options) : options_(std::move(options)) {}

    // Each input, with what it includes, is a program of its own. A defect of Daphnia costs the file in which it shows.
    // The observer, if there is one, is told while the run is made.
    verify::Run check(std::vector<Input> inputs, Goal goal, verify::RunObserver* observer = nullptr) const;

    // Takes each input as far as it must come before it is run: resolved, with the methods that `entry` asks for, and
    // verified if `goal` says so.
    Loaded load(std::vector<Input> inputs, const EntryPoint& entry, Goal goal,
                verify::RunObserver* observer = nullptr) const;

    // One program for those who want to look at it: what its names and types mean, also where there are errors.
    Resolved resolve(Input input) const;

    // Prints what a stage made of the inputs. The run has the static errors; later stages do not take place.
    verify::Run dump(std::vector<Input> inputs, DumpStage stage, std::ostream& out) const;

  private:
    Options options_;
};

} // namespace daphnia::driver
