#include "verify/contradictions.h"

#include "verify/success.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace daphnia::verify {

namespace {

bool is_false(logic::Term term) {
    return term->kind == logic::TermKind::False;
}

// The program says itself that nothing gets any further. Of `assume false` Dafny warns, and so do we: that is a hole in
// a proof and no part of it.
bool is_meant(const vcgen::PassiveStatement& statement) {
    if (const auto* assertion = std::get_if<ivl::Assert>(&statement)) {
        return assertion->origin.contradiction || is_false(assertion->condition);
    }
    const auto& assumption = std::get<ivl::Assume>(statement);
    const bool by_user = assumption.premise && assumption.premise->kind == ivl::PremiseKind::Assume;
    return is_false(assumption.condition) && !by_user;
}

std::string_view name_of(const vcgen::PassiveBlock& block) {
    return std::string_view(block.label).substr(0, block.label.find('!'));
}

// Blocks come in topological order, as the walks below need it.
class Paths {
  public:
    explicit Paths(const vcgen::PassiveProcedure& procedure)
        : procedure_(procedure), dominators_(procedure.blocks.size(), kUnreachable), free_(procedure.blocks.size()) {
        find_dominators();
        find_free();
    }

    // Every path to b goes through a.
    bool dominates(std::size_t a, std::size_t b) const {
        while (b > a && b != kUnreachable) {
            b = dominators_[b];
        }
        return a == b;
    }
    // Some path through the block goes from the entry to an end and passes nothing that is meant to stop it.
    bool is_free(std::size_t block) const { return free_[block]; }

  private:
    static constexpr auto kUnreachable = static_cast<std::size_t>(-1);

    void find_dominators() {
        dominators_[0] = 0;
        for (std::size_t b = 0; b < procedure_.blocks.size(); ++b) {
            if (dominators_[b] == kUnreachable) {
                continue;
            }
            for (const std::size_t successor : procedure_.blocks[b].successors) {
                std::size_t& dominator = dominators_[successor];
                dominator = dominator == kUnreachable ? b : common(dominator, b);
            }
        }
    }

    std::size_t common(std::size_t a, std::size_t b) const {
        while (a != b) {
            (a > b ? a : b) = dominators_[std::max(a, b)];
        }
        return a;
    }

    // What is proved aside ends there; the path goes on behind it.
    bool is_aside(std::size_t block, std::size_t successor) const {
        const std::string_view name = name_of(procedure_.blocks[successor]);
        const auto& all = procedure_.blocks[block].successors;
        return std::any_of(all.begin(), all.end(), [&](std::size_t other) {
            const std::string_view behind = name_of(procedure_.blocks[other]);
            return behind.starts_with("after ") && behind.substr(std::string_view("after ").size()) == name;
        });
    }

    void find_free() {
        const std::vector<vcgen::PassiveBlock>& blocks = procedure_.blocks;
        std::vector<bool> begins(blocks.size());
        std::vector<bool> ends(blocks.size());
        const auto stops = [&](std::size_t b) {
            return std::any_of(blocks[b].statements.begin(), blocks[b].statements.end(), is_meant);
        };
        begins[0] = true;
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            for (const std::size_t successor : blocks[b].successors) {
                begins[successor] = begins[successor] || (begins[b] && !stops(b));
            }
        }
        for (std::size_t b = blocks.size(); b-- > 0;) {
            const auto& next = blocks[b].successors;
            ends[b] = !stops(b) && (next.empty() || std::any_of(next.begin(), next.end(), [&](std::size_t successor) {
                                        return ends[successor] && !is_aside(b, successor);
                                    }));
        }
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            free_[b] = begins[b] && ends[b];
        }
    }

    const vcgen::PassiveProcedure& procedure_;
    std::vector<std::size_t> dominators_; // of each block the last one before it through which every path goes
    std::vector<bool> free_;
};

// An obligation, or the beginning of a branch.
struct Point {
    ivl::Origin origin;
    bool vacuous = false; // no state arrives

    bool is_branch() const { return origin.rule == support::Rule::UnreachableBranch; }
    bool is_ensures() const {
        return origin.rule == support::Rule::Postcondition && !origin.related.empty() &&
               origin.related.front().range.has_file();
    }
    // What the warning is about.
    support::SourceRange subject() const { return is_ensures() ? origin.related.front().range : origin.range; }
};

// What users did not write, and cannot change.
bool is_of_no_interest(const vcgen::Obligation& obligation) {
    switch (obligation.origin.rule) {
    case support::Rule::DefiniteAssignment:
    case support::Rule::OverridePrecondition:
    case support::Rule::OverridePostcondition:
    case support::Rule::OverrideFrame:
    case support::Rule::OverrideDecreases:
        return true;
    case support::Rule::UnreachableBranch:
        return false;
    default:
        return obligation.trivial || !obligation.origin.range.has_file();
    }
}

class Arrivals {
  public:
    explicit Arrivals(Questions& questions) : questions_(questions) {}

    // From the last to the first: where a state arrives, one has arrived at all that lies on every path there, and
    // nothing need be asked.
    std::vector<Point> run(const vcgen::PassiveProcedure& procedure) {
        const Paths paths(procedure);
        std::vector<vcgen::Obligation> all = vcgen::obligations(procedure);
        std::vector<Point> result;
        std::vector<std::size_t> visited; // blocks at which a state arrives
        for (auto point = all.rbegin(); point != all.rend(); ++point) {
            if (is_of_no_interest(*point) || !paths.is_free(point->block)) {
                continue;
            }
            const bool known = std::any_of(visited.begin(), visited.end(),
                                           [&](std::size_t block) { return paths.dominates(point->block, block); });
            const bool vacuous = !known && nothing_arrives(procedure, *point);
            result.push_back({point->origin, vacuous && (!is_branch(*point) || arrives_before(procedure, *point))});
            if (!known && !vacuous) {
                visited.push_back(point->block);
            }
        }
        return result;
    }

  private:
    static bool is_branch(const vcgen::Obligation& point) {
        return point.origin.rule == support::Rule::UnreachableBranch;
    }

    // At the statement of which it is a branch; where nothing does, it is not the branch that is wrong.
    bool arrives_before(const vcgen::PassiveProcedure& procedure, vcgen::Obligation branch) {
        branch.statement = 0; // the guard stands between
        return !nothing_arrives(procedure, branch);
    }

    bool nothing_arrives(const vcgen::PassiveProcedure& procedure, const vcgen::Obligation& point) {
        vcgen::Condition condition = vcgen::single(procedure, point, questions_.store());
        condition.goal = questions_.store().false_();
        const auto attempts = questions_.attempts(solver::Occasion::Aside, condition);
        return std::any_of(attempts.begin(), attempts.end(), [&](const solver::Attempt& attempt) {
            return questions_.ask(condition, attempt, 1).status == solver::Answer::Status::Proved;
        });
    }

    Questions& questions_;
};

bool is_within(const support::SourceRange& inner, const support::SourceRange& outer) {
    return inner.file == outer.file && inner.begin >= outer.begin && inner.end <= outer.end && inner != outer;
}

bool about_the_same(const Point& a, const Point& b) {
    return a.origin.rule == b.origin.rule && a.subject() == b.subject() && a.is_ensures() == b.is_ensures();
}

// Of what is proved at several points (on each return path, by each copy of a pattern's branch) something is said only
// if no state arrives at any.
std::vector<Point> vacuous_everywhere(const std::vector<Point>& points) {
    std::vector<Point> result;
    for (const Point& point : points) {
        const bool known =
            std::any_of(result.begin(), result.end(), [&](const Point& other) { return about_the_same(point, other); });
        const bool everywhere = std::all_of(points.begin(), points.end(), [&](const Point& other) {
            return other.vacuous || !about_the_same(point, other);
        });
        if (!known && everywhere) {
            result.push_back(point);
        }
    }
    return result;
}

Warning warning(const Point& point) {
    if (point.is_branch()) {
        const support::SourceRange range = point.subject();
        return {support::Rule::UnreachableBranch,
                {range.file, range.begin, range.begin + 1},
                "this branch is never reached: its assumptions contradict each other",
                {}};
    }
    if (point.is_ensures()) {
        return {support::Rule::ContradictoryEnsures,
                point.subject(),
                "ensures clause proved using contradictory assumptions",
                {}};
    }
    return {support::Rule::ContradictoryAssumptions, point.subject(),
            fmt::format("proved using contradictory assumptions: {}", success(point.origin.rule)),
            point.origin.rule == support::Rule::Assertion ? "{:contradiction} behind 'assert' says that this is meant"
                                                          : ""};
}

// A branch is worth a word of its own only where nothing in it or around it has been said.
bool is_said_otherwise(const Point& branch, const std::vector<Point>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Point& other) {
        return other.is_branch() ? is_within(branch.subject(), other.subject())
                                 : is_within(other.origin.range, branch.subject()) && !other.is_ensures();
    });
}

} // namespace

std::vector<Warning> contradictions(Questions& questions) {
    std::vector<Point> points;
    Arrivals arrivals(questions);
    for (const ivl::Procedure& procedure : questions.procedures()) {
        const std::vector<Point> found = arrivals.run(vcgen::passify(procedure, questions.store()));
        points.insert(points.end(), found.begin(), found.end());
    }
    const std::vector<Point> vacuous = vacuous_everywhere(points);
    std::vector<Warning> result;
    for (const Point& point : vacuous) {
        if (!point.is_branch() || !is_said_otherwise(point, vacuous)) {
            result.push_back(warning(point));
        }
    }
    return result;
}

} // namespace daphnia::verify
