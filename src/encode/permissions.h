// What the code may write and read: the frames of the declaration, of a loop, of a lambda.
#pragma once

#include "encode/frames.h"
#include "encode/procedure_state.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace daphnia::encode {

class Claims;
struct Procedure;

class Permissions : ProcedurePart {
  public:
    explicit Permissions(Procedure& all);

    FrameLimit modifies;
    State modifies_since;            // the state in which that frame was fixed
    std::optional<FrameLimit> reads; // nothing: reads are not limited

    FrameLimit frame(const typed::Frame& frame, const Scope& scope) const;
    void require_writable(const typed::Region& region, Term object, support::SourceRange range);
    void require_readable(const typed::Region& region, Term object, Term guard, support::SourceRange place);
    void require_readable(const Definedness::Application& applied, Term guard, support::SourceRange place);
    // All that the entry names, of an unchanged expression.
    void require_readable(const typed::FrameEntry& entry, const Scope& scope, Term guard);
    void require_within(const FrameLimit& limit, const typed::Frame& frame, const Scope& scope, Term guard,
                        const ivl::Origin& origin);
    void check_frame(const typed::Frame& frame);
    // What `work` reads is checked after it, when all that it assumes is known: a function may read what its own
    // precondition says is in its frame. Two states that agree on the frame of one in which the precondition holds
    // agree on all that it looks at, so that it holds in both. Where it does not hold, the frame may name too little;
    // so a function that is to be a value is checked again (FunctionNodes::check_domain).
    void check_reads_after(const std::function<void()>& work);
    // In between, what stands in a lambda reads nothing but these.
    void enter_lambda(const typed::Frame& own, const Scope& scope);
    void leave_lambda();
    bool in_lambda() const { return !outer_reads_.empty(); }

  private:
    void require_read(Term condition, const ivl::Origin& origin);

    Claims& claims_;
    Frames frames_;
    std::optional<std::vector<std::pair<Term, ivl::Origin>>> put_off_;
    std::vector<std::optional<FrameLimit>> outer_reads_; // of what is around the lambdas that are being checked
};

} // namespace daphnia::encode
