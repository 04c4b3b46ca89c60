// Source files in, a run out: the one place that knows the order of the stages. Every face and every test calls it.
#pragma once

#include "driver/execution.h"
#include "driver/inputs.h"
#include "encode/encode.h"
#include "resolve/resolve.h"
#include "verify/run.h"
#include "verify/verify.h"

#include <iosfwd>
#include <optional>
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
};

enum class Goal { Resolve, Verify };

enum class DumpStage { Ast, Typed, Ivl, Passive, Vc, Smt2 };
// The stage of that name ("ast", "typed" or "program", "ivl", "passive", "vc", "smt2"), if there is one.
std::optional<DumpStage> dump_stage(std::string_view name);

class Session {
  public:
    explicit Session(Options options) : options_(std::move(options)) {}

    // Each input, with what it includes, is a program of its own. A defect of Daphnia costs the file in which it shows.
    verify::Run check(std::vector<Input> inputs, Goal goal) const;

    // Takes each input as far as it must come before it is run: resolved, with the methods that `entry` asks for, and
    // verified if `goal` says so.
    Loaded load(std::vector<Input> inputs, const EntryPoint& entry, Goal goal) const;

    // Prints what a stage made of the inputs. The run has the static errors; later stages do not take place.
    verify::Run dump(std::vector<Input> inputs, DumpStage stage, std::ostream& out) const;

  private:
    Options options_;
};

} // namespace daphnia::driver
