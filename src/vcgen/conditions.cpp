// Passive procedures to verification conditions: weakest preconditions for the whole, facts along the paths for one
// assertion. Blocks that are used several times get a boolean name, so that conditions stay linear.
#include "support/error.h"
#include "support/match.h"
#include "vcgen/vcgen.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::vcgen {

namespace {

using logic::Term;
using logic::TermStore;

Term condition_of(const PassiveStatement& statement) {
    const auto* assertion = std::get_if<ivl::Assert>(&statement);
    return assertion != nullptr ? assertion->condition : std::get<ivl::Assume>(statement).condition;
}

bool is_assertion(const PassiveStatement& statement) {
    return std::holds_alternative<ivl::Assert>(statement);
}

std::vector<bool> reachable(const PassiveProcedure& procedure) {
    std::vector<bool> result(procedure.blocks.size(), false);
    result[0] = true;
    for (std::size_t b = 0; b < procedure.blocks.size(); ++b) {
        for (std::size_t successor : procedure.blocks[b].successors) {
            result[successor] = result[successor] || result[b];
        }
    }
    return result;
}

// The number of edges that lead to each block, from the blocks in `blocks` only.
std::vector<std::size_t> count_edges(const PassiveProcedure& procedure, const std::vector<bool>& blocks) {
    std::vector<std::size_t> result(procedure.blocks.size(), 0);
    for (std::size_t b = 0; b < procedure.blocks.size(); ++b) {
        for (std::size_t successor : procedure.blocks[b].successors) {
            result[successor] += blocks[b] ? 1 : 0;
        }
    }
    return result;
}

class Whole {
  public:
    Whole(const PassiveProcedure& procedure, TermStore& store)
        : procedure_(procedure), store_(store), reachable_(reachable(procedure)),
          edges_(count_edges(procedure, reachable_)), ok_(procedure.blocks.size(), nullptr) {}

    Condition run() {
        std::size_t entry = 0; // the first block that does more than assume
        std::size_t from = take_hypotheses(entry);
        for (std::size_t b = procedure_.blocks.size(); b-- > entry;) {
            if (reachable_[b]) {
                finish(b, b == entry ? from : 0);
            }
        }
        // The definitions were made from the last block to the first.
        std::reverse(result_.hypotheses.begin() + static_cast<std::ptrdiff_t>(assumed_), result_.hypotheses.end());
        result_.goal = ok_[entry];
        return std::move(result_);
    }

  private:
    // What is assumed before anything is asserted and before the first branch is a hypothesis. Moves `block` to where
    // that ends and gives the statement there.
    std::size_t take_hypotheses(std::size_t& block) {
        while (true) {
            const PassiveBlock& at = procedure_.blocks[block];
            std::size_t statement = 0;
            for (; statement < at.statements.size() && !is_assertion(at.statements[statement]); ++statement) {
                result_.hypotheses.push_back(condition_of(at.statements[statement]));
            }
            assumed_ = result_.hypotheses.size();
            bool goes_on =
                statement == at.statements.size() && at.successors.size() == 1 && edges_[at.successors.front()] == 1;
            if (!goes_on) {
                return statement;
            }
            block = at.successors.front();
        }
    }

    // wp(assert C; Q) = C and (C implies Q): what is asserted may be used afterwards.
    // wp(assume A; Q) = A implies Q, and of several at once (A and B) implies Q.
    // wp(goto b, c)   = ok(b) and ok(c)
    void finish(std::size_t b, std::size_t from) {
        const PassiveBlock& block = procedure_.blocks[b];
        std::vector<Term> next;
        for (std::size_t successor : block.successors) {
            next.push_back(ok_[successor]);
        }
        Term wp = store_.and_(std::move(next));
        std::vector<Term> assumed;
        for (std::size_t i = block.statements.size(); i-- > from;) {
            Term condition = condition_of(block.statements[i]);
            if (!is_assertion(block.statements[i])) {
                assumed.push_back(condition);
                continue;
            }
            wp = imply(assumed, wp);
            wp = store_.and_(condition, store_.implies(condition, wp));
        }
        wp = imply(assumed, wp);
        ok_[b] = edges_[b] > 1 ? name(block, wp) : wp;
    }

    // `assumed` holds the assumptions from the last to the first.
    Term imply(std::vector<Term>& assumed, Term conclusion) {
        std::reverse(assumed.begin(), assumed.end());
        Term result = store_.implies(store_.and_(std::move(assumed)), conclusion);
        assumed.clear();
        return result;
    }

    // A goal that mentions ok(b) is implied iff it is with wp(b) in its place: ok(b) occurs there positively only, so
    // the implication from wp(b) to ok(b) is all that a definition has to say.
    Term name(const PassiveBlock& block, Term wp) {
        if (wp->children.empty()) {
            return wp;
        }
        Term ok = store_.variable(fmt::format("ok@{}", block.label), store_.bool_sort());
        result_.hypotheses.push_back(store_.implies(wp, ok));
        return ok;
    }

    const PassiveProcedure& procedure_;
    TermStore& store_;
    std::vector<bool> reachable_;
    std::vector<std::size_t> edges_;
    std::vector<Term> ok_; // per block: its weakest precondition, or the name of it
    std::size_t assumed_ = 0;
    Condition result_;
};

class Single {
  public:
    Single(const PassiveProcedure& procedure, const Obligation& obligation, TermStore& store)
        : procedure_(procedure), obligation_(obligation), store_(store), used_(on_paths()),
          edges_(count_edges(procedure, used_)), through_(procedure.blocks.size(), nullptr),
          ways_(procedure.blocks.size()) {}

    Condition run() {
        const PassiveStatement& statement = procedure_.blocks[obligation_.block].statements[obligation_.statement];
        result_.goal = condition_of(statement);
        if (!used_[0]) {
            result_.goal = store_.true_(); // no path leads there
            return std::move(result_);
        }
        std::vector<std::size_t> uses(procedure_.blocks.size(), 0);
        for (std::size_t b = 0; b <= obligation_.block; ++b) {
            for (std::size_t successor : procedure_.blocks[b].successors) {
                uses[b] += used_[b] && used_[successor] ? 1 : 0;
            }
        }
        std::size_t open = 0; // edges from the blocks so far to later ones
        for (std::size_t b = 0; b <= obligation_.block; ++b) {
            if (used_[b]) {
                visit(b, open == edges_[b], uses[b]);
                open = open - edges_[b] + uses[b];
            }
        }
        return std::move(result_);
    }

  private:
    // The blocks that lie on a path from the entry to the assertion.
    std::vector<bool> on_paths() const {
        std::vector<bool> result = reachable(procedure_);
        for (std::size_t b = procedure_.blocks.size(); b-- > 0;) {
            const std::vector<std::size_t>& successors = procedure_.blocks[b].successors;
            bool leads_there = b == obligation_.block ||
                               std::any_of(successors.begin(), successors.end(), [&](auto s) { return result[s]; });
            result[b] = result[b] && leads_there;
        }
        return result;
    }

    std::vector<Term> facts(std::size_t b) const {
        const PassiveBlock& block = procedure_.blocks[b];
        std::size_t end = b == obligation_.block ? obligation_.statement : block.statements.size();
        std::vector<Term> result;
        for (std::size_t i = 0; i < end; ++i) {
            result.push_back(condition_of(block.statements[i]));
        }
        return result;
    }

    // through(b) = facts(b) and (through(p) or through(q) ..), over the predecessors of b: some path to b holds.
    // A block through which every path goes contributes hypotheses, and nothing is left to be said about it.
    void visit(std::size_t b, bool on_every_path, std::size_t uses) {
        std::vector<Term> known = facts(b);
        Term arrival = ways_[b].empty() ? store_.true_() : store_.or_(ways_[b]);
        known.insert(known.begin(), arrival);
        if (on_every_path) {
            std::copy_if(known.begin(), known.end(), std::back_inserter(result_.hypotheses),
                         [&](Term fact) { return fact != store_.true_(); });
            through_[b] = store_.true_();
        } else {
            through_[b] = store_.and_(std::move(known));
            if (uses > 1 && !through_[b]->children.empty()) {
                through_[b] = name(procedure_.blocks[b], through_[b]);
            }
        }
        for (std::size_t successor : procedure_.blocks[b].successors) {
            if (used_[successor]) {
                ways_[successor].push_back(through_[b]);
            }
        }
    }

    // Names stand in hypotheses positively only, so one direction defines them.
    Term name(const PassiveBlock& block, Term through) {
        Term at = store_.variable(fmt::format("at@{}", block.label), store_.bool_sort());
        result_.hypotheses.push_back(store_.implies(at, through));
        return at;
    }

    const PassiveProcedure& procedure_;
    const Obligation& obligation_;
    TermStore& store_;
    std::vector<bool> used_;
    std::vector<std::size_t> edges_;
    std::vector<Term> through_;
    std::vector<std::vector<Term>> ways_; // per block: through its predecessors
    Condition result_;
};

} // namespace

std::vector<Obligation> obligations(const PassiveProcedure& procedure) {
    std::vector<Obligation> result;
    for (std::size_t b = 0; b < procedure.blocks.size(); ++b) {
        const std::vector<PassiveStatement>& statements = procedure.blocks[b].statements;
        for (std::size_t s = 0; s < statements.size(); ++s) {
            if (const auto* assertion = std::get_if<ivl::Assert>(&statements[s])) {
                bool trivial = assertion->condition->kind == logic::TermKind::True;
                result.push_back({result.size(), b, s, assertion->origin, trivial});
            }
        }
    }
    return result;
}

Condition whole(const PassiveProcedure& procedure, TermStore& store) {
    return Whole(procedure, store).run();
}

Condition single(const PassiveProcedure& procedure, const Obligation& obligation, TermStore& store) {
    return Single(procedure, obligation, store).run();
}

std::optional<std::size_t> failing(const PassiveProcedure& procedure,
                                   const std::function<std::optional<bool>(Term)>& holds) {
    std::vector<bool> reached(procedure.blocks.size(), false);
    reached[0] = true;
    std::size_t index = 0; // of the next assertion
    for (std::size_t b = 0; b < procedure.blocks.size(); ++b) {
        bool alive = reached[b];
        for (const PassiveStatement& statement : procedure.blocks[b].statements) {
            bool fails = alive && !holds(condition_of(statement)).value_or(true);
            if (fails && is_assertion(statement)) {
                return index;
            }
            alive = alive && !fails;
            index += is_assertion(statement) ? 1 : 0;
        }
        for (std::size_t successor : procedure.blocks[b].successors) {
            reached[successor] = reached[successor] || alive;
        }
    }
    return std::nullopt;
}

} // namespace daphnia::vcgen
