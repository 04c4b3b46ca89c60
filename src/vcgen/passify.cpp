// Procedures to passive form, as Barnett and Leino do (Weakest-precondition of unstructured programs, 2005): each
// assignment makes a new incarnation of its variable; where paths with different incarnations join, a new one is
// equated with the old ones on the incoming edges.
#include "support/error.h"
#include "support/match.h"
#include "vcgen/vcgen.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace daphnia::vcgen {

namespace {

using logic::Term;

// The variables that are assigned or havocked somewhere, numbered.
class Targets {
  public:
    explicit Targets(const ivl::Procedure& procedure) {
        for (const ivl::Block& block : procedure.blocks) {
            for (const ivl::Statement& statement : block.statements) {
                if (Term target = assigned(statement)) {
                    if (numbers_.try_emplace(target, variables_.size()).second) {
                        variables_.push_back(target);
                    }
                }
            }
        }
    }

    static Term assigned(const ivl::Statement& statement) {
        if (const auto* assign = std::get_if<ivl::Assign>(&statement)) {
            return assign->variable;
        }
        const auto* havoc = std::get_if<ivl::Havoc>(&statement);
        return havoc == nullptr ? nullptr : havoc->variable;
    }

    // What the statement reads, or null. A capture reads nothing: it must not keep a value alive, as conditions are to
    // be the same with and without it.
    static Term read(const ivl::Statement& statement) {
        if (const auto* assign = std::get_if<ivl::Assign>(&statement)) {
            return assign->value;
        }
        if (const auto* assertion = std::get_if<ivl::Assert>(&statement)) {
            return assertion->condition;
        }
        const auto* assumption = std::get_if<ivl::Assume>(&statement);
        return assumption == nullptr ? nullptr : assumption->condition;
    }

    const std::vector<Term>& variables() const { return variables_; }
    std::optional<std::size_t> number(Term variable) const {
        auto found = numbers_.find(variable);
        return found == numbers_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    std::vector<Term> variables_;
    std::unordered_map<Term, std::size_t> numbers_;
};

// For each block the targets whose value on entry is read before it is overwritten.
std::vector<std::vector<bool>> live_on_entry(const ivl::Procedure& procedure, const Targets& targets) {
    std::vector<std::vector<bool>> live(procedure.blocks.size(), std::vector<bool>(targets.variables().size(), false));
    for (std::size_t b = procedure.blocks.size(); b-- > 0;) {
        const ivl::Block& block = procedure.blocks[b];
        for (std::size_t successor : block.successors) {
            std::transform(live[b].begin(), live[b].end(), live[successor].begin(), live[b].begin(),
                           [](bool x, bool y) { return x || y; });
        }
        for (auto statement = block.statements.rbegin(); statement != block.statements.rend(); ++statement) {
            if (Term target = Targets::assigned(*statement)) {
                live[b][*targets.number(target)] = false;
            }
            Term read = Targets::read(*statement);
            if (read == nullptr) {
                continue;
            }
            logic::for_each_subterm(read, [&](Term part) {
                if (part->kind == logic::TermKind::Variable) {
                    DAPHNIA_CHECK(part->name.find('@') == std::string::npos,
                                  fmt::format("{} has the form of an incarnation", part->name));
                    if (std::optional<std::size_t> number = targets.number(part)) {
                        live[b][*number] = true;
                    }
                } else if (part->quantifier != nullptr) {
                    for (Term variable : part->quantifier->variables) {
                        DAPHNIA_CHECK(!targets.number(variable),
                                      fmt::format("{} is both bound and assigned", variable->name));
                    }
                }
            });
        }
    }
    return live;
}

// A constant needs no incarnation of its own: its value is as short as a name.
bool is_atomic(Term term) {
    return term->children.empty() && term->quantifier == nullptr;
}

constexpr auto none = static_cast<std::size_t>(-1);

class Passifier {
  public:
    Passifier(const ivl::Procedure& procedure, logic::TermStore& store)
        : procedure_(procedure), store_(store), targets_(procedure), live_(live_on_entry(procedure, targets_)),
          counts_(targets_.variables().size(), 0) {}

    PassiveProcedure run() {
        std::vector<std::vector<std::size_t>> predecessors(procedure_.blocks.size());
        for (std::size_t b = 0; b < procedure_.blocks.size(); ++b) {
            const ivl::Block& block = procedure_.blocks[b];
            PassiveBlock passive{block.label, {}, {}};
            current_ = incoming(b, predecessors[b]);
            for (const ivl::Statement& statement : block.statements) {
                support::match(statement, Step{*this, passive});
            }
            substitution_.reset();
            passive.successors = distinct(block.successors, b);
            for (std::size_t successor : passive.successors) {
                predecessors[successor].push_back(b);
            }
            at_end_.push_back(std::move(current_));
            blocks_.push_back(std::move(passive));
        }
        return emit();
    }

  private:
    using Incarnations = std::vector<Term>; // by number of target

    std::vector<std::size_t> distinct(std::vector<std::size_t> successors, std::size_t block) const {
        std::sort(successors.begin(), successors.end());
        successors.erase(std::unique(successors.begin(), successors.end()), successors.end());
        for (std::size_t successor : successors) {
            DAPHNIA_CHECK(successor > block && successor < procedure_.blocks.size(), "successors come later");
        }
        return successors;
    }

    Term next_incarnation(std::size_t number) {
        Term variable = targets_.variables()[number];
        std::string name = fmt::format("{}@{}", variable->name, ++counts_[number]);
        Term known = store_.find_variable(name);
        return known != nullptr && known->sort != variable->sort ? store_.fresh_variable(name, variable->sort)
                                                                 : store_.variable(name, variable->sort);
    }

    // The incarnations at the start of a block; what its predecessors disagree on is equated on their edges.
    Incarnations incoming(std::size_t block, const std::vector<std::size_t>& predecessors) {
        if (predecessors.empty()) {
            return targets_.variables(); // the entry, or never reached
        }
        Incarnations result = at_end_[predecessors.front()];
        for (std::size_t number = 0; number < result.size(); ++number) {
            auto agrees = [&](std::size_t p) { return at_end_[p][number] == result[number]; };
            if (!live_[block][number] || std::all_of(predecessors.begin(), predecessors.end(), agrees)) {
                continue;
            }
            result[number] = next_incarnation(number);
            for (std::size_t p : predecessors) {
                edges_[{p, block}].push_back(ivl::Assume{store_.equal(result[number], at_end_[p][number])});
            }
        }
        return result;
    }

    Term current_form(Term term) {
        if (!substitution_) {
            substitution_ = std::make_unique<logic::Substitution>(store_, [this](Term variable) -> Term {
                std::optional<std::size_t> number = targets_.number(variable);
                return number ? current_[*number] : nullptr;
            });
        }
        return (*substitution_)(term);
    }

    void set(Term variable, Term value) {
        current_[*targets_.number(variable)] = value;
        substitution_.reset();
    }

    struct Step {
        Passifier& self;
        PassiveBlock& block;

        void operator()(const ivl::Assert& statement) {
            block.statements.emplace_back(
                ivl::Assert{self.current_form(statement.condition), statement.origin, statement.premise});
        }
        void operator()(const ivl::Assume& statement) {
            const Term condition = self.current_form(statement.condition);
            block.statements.emplace_back(ivl::Assume{condition, statement.premise});
            // A flag that is known to be set needs no solver to say so.
            if (condition->kind == logic::TermKind::Variable && self.targets_.number(statement.condition)) {
                self.set(statement.condition, self.store_.true_());
            }
        }
        void operator()(const ivl::Assign& statement) {
            Term value = self.current_form(statement.value);
            if (is_atomic(value)) {
                self.set(statement.variable, value);
                return;
            }
            Term incarnation = self.next_incarnation(*self.targets_.number(statement.variable));
            block.statements.emplace_back(ivl::Assume{self.store_.equal(incarnation, value)});
            self.set(statement.variable, incarnation);
        }
        void operator()(const ivl::Havoc& statement) {
            self.set(statement.variable, self.next_incarnation(*self.targets_.number(statement.variable)));
        }
        void operator()(const ivl::Capture& statement) {
            ivl::Capture capture{statement.moment, {}};
            for (Term value : statement.values) {
                capture.values.push_back(self.current_form(value));
            }
            self.captures_.push_back(std::move(capture));
        }
    };

    // Puts the equations of an edge at the end of its source, or into a block of its own when the source has others.
    PassiveProcedure emit() {
        PassiveProcedure result{procedure_.name, {}, std::move(captures_)};
        std::vector<std::size_t> places(blocks_.size());
        std::vector<std::pair<std::size_t, std::size_t>>
            origins; // per new block: old source and old target of its edge
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            places[b] = result.blocks.size();
            bool one_way = blocks_[b].successors.size() == 1;
            result.blocks.push_back(blocks_[b]);
            origins.emplace_back(b, none);
            for (std::size_t successor : blocks_[b].successors) {
                auto edge = edges_.find({b, successor});
                if (edge == edges_.end()) {
                    continue;
                }
                if (!one_way) {
                    result.blocks.push_back({fmt::format("{}@{}", blocks_[b].label, blocks_[successor].label), {}, {}});
                    origins.emplace_back(b, successor);
                }
                auto& statements = result.blocks.back().statements;
                statements.insert(statements.end(), edge->second.begin(), edge->second.end());
            }
        }
        connect(result, places, origins);
        return result;
    }

    static void connect(PassiveProcedure& result, const std::vector<std::size_t>& places,
                        const std::vector<std::pair<std::size_t, std::size_t>>& origins) {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> edge_blocks;
        for (std::size_t i = 0; i < result.blocks.size(); ++i) {
            edge_blocks.emplace(origins[i], i);
        }
        for (std::size_t i = 0; i < result.blocks.size(); ++i) {
            auto [source, target] = origins[i];
            std::vector<std::size_t>& successors = result.blocks[i].successors;
            if (target != none) {
                successors = {places[target]};
                continue;
            }
            for (std::size_t& successor : successors) {
                auto through = edge_blocks.find({source, successor});
                successor = through == edge_blocks.end() ? places[successor] : through->second;
            }
        }
    }

    const ivl::Procedure& procedure_;
    logic::TermStore& store_;
    Targets targets_;
    std::vector<std::vector<bool>> live_;
    std::vector<std::size_t> counts_;
    Incarnations current_;
    std::unique_ptr<logic::Substitution> substitution_; // of current_; null when that has changed
    std::vector<Incarnations> at_end_;
    std::vector<PassiveBlock> blocks_;
    std::vector<ivl::Capture> captures_;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<ivl::Assume>> edges_;
};

} // namespace

PassiveProcedure passify(const ivl::Procedure& procedure, logic::TermStore& store) {
    DAPHNIA_CHECK(!procedure.blocks.empty(), "a procedure has an entry block");
    std::unordered_set<std::string> labels;
    for (const ivl::Block& block : procedure.blocks) {
        DAPHNIA_CHECK(labels.insert(block.label).second && block.label.find('@') == std::string::npos,
                      fmt::format("the label {} is no name of its own", block.label));
    }
    return Passifier(procedure, store).run();
}

} // namespace daphnia::vcgen
