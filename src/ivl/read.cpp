// Reads programs of the intermediate language from text.
#include "ivl/ivl.h"
#include "logic/smtlib.h"
#include "support/error.h"

#include <fmt/format.h>

#include <map>

namespace daphnia::ivl {

namespace {

using logic::fail_at;
using logic::SExpr;
using logic::SExprs;
using Items = std::vector<std::uint32_t>;

class ProgramReader {
  public:
    ProgramReader(const SExprs& exprs, logic::TermStore& store, Program& program)
        : exprs_(exprs), scope_(store), program_(program) {}

    void read() {
        for (std::uint32_t root : exprs_.roots()) {
            if (exprs_.is_form(root, "procedure")) {
                program_.procedures.push_back(read_procedure(root));
            } else if (exprs_.is_form(root, "axiom")) {
                const Items& items = exprs_.items(root, 4);
                program_.axioms.push_back({exprs_.name(items[1]), text(items[2]), formula(items[3])});
            } else if (!logic::read_declaration(exprs_, root, scope_)) {
                fail_at(exprs_[root], "a declaration, an axiom or a procedure is expected here");
            }
        }
    }

  private:
    const std::string& text(std::uint32_t index) const {
        if (exprs_[index].kind != SExpr::Kind::Text) {
            fail_at(exprs_[index], "a quoted text is expected here");
        }
        return exprs_[index].text;
    }

    logic::Term formula(std::uint32_t index) {
        logic::Term term = logic::read_term(exprs_, index, scope_);
        if (term->sort != scope_.store.bool_sort()) {
            fail_at(exprs_[index], fmt::format("a formula is expected here, not a term of sort {}", term->sort->name));
        }
        return term;
    }

    logic::Term variable(std::uint32_t index) {
        auto found = scope_.variables.find(exprs_.name(index));
        if (found == scope_.variables.end()) {
            fail_at(exprs_[index], "a declared variable is expected here");
        }
        return found->second;
    }

    Procedure read_procedure(std::uint32_t root) {
        const Items& items = exprs_.items(root, 3);
        Procedure procedure{exprs_.name(items[1]), {}};
        std::map<std::string, std::size_t> labels;
        for (std::size_t i = 2; i < items.size(); ++i) {
            if (!exprs_.is_form(items[i], "block")) {
                fail_at(exprs_[items[i]], "a block is expected here");
            }
            const std::string& label = exprs_.name(exprs_.items(items[i], 2)[1]);
            if (!labels.emplace(label, i - 2).second) {
                fail_at(exprs_[items[i]], fmt::format("there are two blocks {}", label));
            }
        }
        for (std::size_t i = 2; i < items.size(); ++i) {
            procedure.blocks.push_back(read_block(items[i], labels, i - 2));
        }
        return procedure;
    }

    Block read_block(std::uint32_t index, const std::map<std::string, std::size_t>& labels, std::size_t number) {
        const Items& items = exprs_.items(index, 2);
        Block block{exprs_.name(items[1]), {}, {}};
        for (std::size_t i = 2; i < items.size(); ++i) {
            if (exprs_.is_form(items[i], "goto") && i + 1 == items.size()) {
                const Items& targets = exprs_.items(items[i], 2);
                for (std::size_t target = 1; target < targets.size(); ++target) {
                    auto found = labels.find(exprs_.name(targets[target]));
                    if (found == labels.end() || found->second <= number) {
                        fail_at(exprs_[targets[target]], "a label of a later block is expected here");
                    }
                    block.successors.push_back(found->second);
                }
            } else {
                block.statements.push_back(read_statement(items[i]));
            }
        }
        return block;
    }

    Statement read_statement(std::uint32_t index) {
        if (exprs_.is_form(index, "assert")) {
            return read_assert(index);
        }
        if (exprs_.is_form(index, "assume")) {
            return Assume{formula(exprs_.items(index, 2)[1])};
        }
        if (exprs_.is_form(index, "havoc")) {
            return Havoc{variable(exprs_.items(index, 2)[1])};
        }
        if (exprs_.is_form(index, "capture")) {
            return read_capture(index);
        }
        if (exprs_.is_form(index, "assign")) {
            const Items& items = exprs_.items(index, 3);
            Assign assign{variable(items[1]), logic::read_term(exprs_, items[2], scope_)};
            if (assign.variable->sort != assign.value->sort) {
                fail_at(exprs_[index], "the value has another sort than the variable");
            }
            return assign;
        }
        fail_at(exprs_[index], "a statement is expected here");
    }

    Capture read_capture(std::uint32_t index) {
        const Items& items = exprs_.items(index, 2);
        const logic::Term moment = logic::read_term(exprs_, items[1], scope_);
        if (moment->kind != logic::TermKind::Integer || !moment->value.fits_ulong_p()) {
            fail_at(exprs_[items[1]], "the number of a moment is expected here");
        }
        Capture capture{moment->value.get_ui(), {}};
        for (std::size_t i = 2; i < items.size(); ++i) {
            capture.values.push_back(logic::read_term(exprs_, items[i], scope_));
        }
        return capture;
    }

    // (assert kind "message" formula); the message may be absent.
    Assert read_assert(std::uint32_t index) {
        const Items& items = exprs_.items(index, 3);
        Origin origin{rule(items[1]), {nullptr, exprs_[index].begin, exprs_[index].end}, {}, ""};
        if (items.size() > 3) {
            origin.message = text(items[2]);
        }
        return Assert{formula(items.back()), std::move(origin)};
    }

    support::Rule rule(std::uint32_t index) const {
        const std::optional<support::Rule> rule = support::rule_named(exprs_.name(index));
        if (!rule || !support::info(*rule).is_obligation()) {
            fail_at(exprs_[index], "unknown kind of obligation");
        }
        return *rule;
    }

    const SExprs& exprs_;
    logic::Scope scope_;
    Program& program_;
};

} // namespace

bool read(std::string_view text, logic::TermStore& store, Program& program, std::vector<std::string>& errors) {
    program = Program{&store, {}, {}};
    try {
        SExprs exprs(text);
        ProgramReader(exprs, store, program).read();
    } catch (const logic::SyntaxError& error) {
        errors.push_back(fmt::format("line {}: {}", error.line(), error.what()));
        return false;
    }
    return true;
}

} // namespace daphnia::ivl
