// What an observer is told in, trace rows out.
#include "refute/trace.h"

#include "refute/describe.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <iterator>

namespace daphnia::refute {

Trace::Trace(const typed::Declaration& declaration, std::size_t rows) : most_(rows) {
    typed::for_each_child(declaration, {{}, [this](const typed::Stmt& body) {
                                            typed::for_each_below(body,
                                                                  {{}, [this](const typed::Stmt& stmt) {
                                                                       own_[&stmt] = stmt.range;
                                                                       if (const auto* loop =
                                                                               std::get_if<typed::While>(&stmt.node)) {
                                                                           own_[loop] = stmt.range;
                                                                       }
                                                                   }});
                                        }});
}

void Trace::add(support::SourceRange range, std::string event, std::vector<support::NamedValue> state) {
    if (first_.size() < most_ / 2) {
        first_.push_back({range, std::move(event), std::move(state)});
        return;
    }
    last_.push_back({range, std::move(event), std::move(state)});
    if (last_.size() > most_ - most_ / 2) {
        last_.pop_front();
        cut_ = true;
    }
}

void Trace::at_loop_head(const typed::While& loop, std::uint64_t iteration, const interpret::State& state) {
    if (const auto own = own_.find(&loop); own != own_.end()) {
        add(own->second, fmt::format("iteration {}", iteration), described(state.bindings, *state.heap));
    }
}

void Trace::after(const typed::Stmt& statement, const interpret::State& state) {
    if (const auto own = own_.find(&statement); own != own_.end()) {
        add(own->second, {}, described(state.bindings, *state.heap));
    }
}

void Trace::hand_over(support::Explanation& explanation) {
    explanation.trace = std::move(first_);
    explanation.trace.insert(explanation.trace.end(), std::make_move_iterator(last_.begin()),
                             std::make_move_iterator(last_.end()));
    explanation.trace_cut = cut_;
}

} // namespace daphnia::refute
