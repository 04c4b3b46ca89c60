// A run as it happens in, a table of its states out: the first and the last rows when there are many.
#pragma once

#include "interpret/interpret.h"
#include "support/explanation.h"

#include <cstddef>
#include <deque>
#include <map>
#include <vector>

namespace daphnia::refute {

class Trace : public interpret::Observer {
  public:
    // Of the declaration's own statements and loops; `rows` is how many are kept.
    Trace(const typed::Declaration& declaration, std::size_t rows);

    void at_loop_head(const typed::While& loop, std::uint64_t iteration, const interpret::State& state) override;
    void after(const typed::Stmt& statement, const interpret::State& state) override;
    void add(support::SourceRange range, std::string event, std::vector<support::NamedValue> state);

    // Moves the rows there.
    void hand_over(support::Explanation& explanation);

  private:
    std::size_t most_;
    std::map<const void*, support::SourceRange> own_; // loops and statements, with what to show of them
    std::vector<support::TraceRow> first_;
    std::deque<support::TraceRow> last_;
    bool cut_ = false;
};

} // namespace daphnia::refute
