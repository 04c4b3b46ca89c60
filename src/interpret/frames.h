// Frames: what may be written and read.
#pragma once

#include "interpret/checks.h"
#include "interpret/run.h"
#include "interpret/stops.h"
#include "interpret/temporarily.h"

#include <optional>
#include <vector>

namespace daphnia::interpret {

class Evaluation;
class FunctionValues;

class Frames {
  public:
    Frames(Run& run, Checks& checks, Evaluation& evaluation, FunctionValues& function_values)
        : run_(run), checks_(checks), evaluation_(evaluation), function_values_(function_values) {}

    // What an entry with this value names; of a function nothing is listed.
    static std::vector<Reference> named_objects(const typed::FrameEntry& entry, const Value& value);
    FrameLimit limit_of(const typed::Frame& frame);
    // The frame of a part of the active declaration, which is within what may be written there; nothing where that
    // cannot be evaluated.
    std::optional<FrameLimit> limit_within(const typed::Frame& frame, const Breach& breach);
    // What the object holds in the field; of an array, its elements.
    void require_readable(const typed::Expr& at, Reference object, const typed::Field* field = nullptr);
    void require_within(const FrameLimit& limit, const typed::Frame& frame, const Breach& breach, Activation* blamed);
    // The same as an answer; what cannot be evaluated is passed over.
    bool is_within(const FrameLimit& limit, const typed::Frame& frame);
    const FrameLimit* reads_limit(Activation& activation);
    // The same of what is read here, which may be in an earlier state.
    const FrameLimit* limit_here(Activation& activation);
    // The precondition of a function may read what it says is in the frame: what it reads beyond that counts only where
    // it holds, as in the prover. `evaluate` throws where it does not.
    template <typename Evaluate>
    void put_off_reads(Activation& activation, const Evaluate& evaluate) {
        try {
            evaluate();
        } catch (const Broken& broken) {
            if (broken.failure.rule != support::Rule::Reads || !activation.reads_are_limited) {
                throw;
            }
            const Temporarily unlimited(activation.reads_are_limited, false);
            evaluate();
            throw;
        }
    }
    // All of these objects that the entry, which names them, speaks of.
    void require_unchanged_readable(const typed::FrameEntry& entry, const std::vector<Reference>& objects);
    // The reads clause of a function, once its precondition holds.
    void check_frame(const typed::Frame& frame);
    // Where not everything may be read, what functions read is asked only where they have a meaning; but frames are
    // looked at before preconditions are known.
    bool asks_strictly() const { return run_.checking() && run_.active()->reads_are_limited && !evaluating_frame_; }

  private:
    Run& run_;
    Checks& checks_;
    Evaluation& evaluation_;
    FunctionValues& function_values_;
    bool evaluating_frame_ = false; // of the active function
};

} // namespace daphnia::interpret
