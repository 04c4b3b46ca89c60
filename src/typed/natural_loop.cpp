#include "typed/natural_loop.h"

#include "typed/walk.h"

#include <map>
#include <numeric>
#include <set>

namespace daphnia::typed {

namespace {

// Walks backwards: what matters of the code behind a statement is whether control can get from there to the head.
class NaturalLoop {
  public:
    explicit NaturalLoop(const While& loop) {
        comes_back_[loop.iteration.get()] = true; // `continue`
        comes_back_[loop.label.get()] = false;    // `break`
        before(*loop.body, true);
    }

    bool contains(const Stmt& stmt) const { return members_.contains(&stmt); }

  private:
    // Whether control comes back to the head from before the statement, given whether it does from behind it.
    bool before(const Stmt& stmt, bool after) {
        if (const auto* jump = std::get_if<Break>(&stmt.node)) {
            const auto target = comes_back_.find(jump->label);
            return target != comes_back_.end() && target->second; // other labels are outside of the loop
        }
        if (std::holds_alternative<Return>(stmt.node)) {
            return false;
        }
        const bool result = by_kind(stmt, after);
        if (result) {
            members_.insert(&stmt);
        }
        return result;
    }

    bool by_kind(const Stmt& stmt, bool after) {
        if (const auto* block = std::get_if<Block>(&stmt.node)) {
            comes_back_[block->label.get()] = after;
            return std::accumulate(block->statements.rbegin(), block->statements.rend(), after,
                                   [&](bool behind, const StmtPtr& each) { return before(*each, behind); });
        }
        if (const auto* branch = std::get_if<If>(&stmt.node)) {
            const bool then = before(*branch->then, after);
            const bool otherwise = branch->otherwise == nullptr ? after : before(*branch->otherwise, after);
            return then || otherwise;
        }
        if (const auto* choice = std::get_if<Alternatives>(&stmt.node)) {
            bool any = !choice->checked && after;
            for (const Alternative& each : choice->alternatives) {
                any = before(*each.body, after) || any;
            }
            return any;
        }
        if (const auto* inner = std::get_if<While>(&stmt.node)) {
            return before_inner(*inner, after);
        }
        // Proofs and `forall` are part of one step.
        for_each_child(stmt, {[](const Expr&) {}, [&](const Stmt& child) { before(child, after); }});
        return after;
    }

    // From the head of an inner loop control goes on behind it, or into its body and back to that head.
    bool before_inner(const While& loop, bool after) {
        comes_back_[loop.label.get()] = after;
        bool from_head = after;
        while (loop.body != nullptr) {
            comes_back_[loop.iteration.get()] = from_head;
            const bool through_body = before(*loop.body, from_head);
            if (from_head || !through_body) {
                break;
            }
            from_head = true;
        }
        return from_head;
    }

    std::set<const Stmt*> members_;
    std::map<const Label*, bool> comes_back_; // from where a jump to the label goes
};

} // namespace

std::vector<const Stmt*> natural_loop(const While& loop) {
    std::vector<const Stmt*> result;
    if (loop.body == nullptr) {
        return result;
    }
    const NaturalLoop members(loop);
    for_each_below(*loop.body, {[](const Expr&) {},
                                [&](const Stmt& stmt) {
                                    if (members.contains(stmt)) {
                                        result.push_back(&stmt);
                                    }
                                }});
    return result;
}

} // namespace daphnia::typed
