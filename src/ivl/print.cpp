// Prints programs of the intermediate language in the syntax that read takes.
#include "ivl/ivl.h"
#include "logic/smtlib.h"
#include "support/match.h"

#include <fmt/format.h>

namespace daphnia::ivl {

namespace {

using logic::symbol;

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (char c : text) {
        result += c == '"' ? "\"\"" : std::string(1, c);
    }
    return result + "\"";
}

struct StatementPrinter {
    std::string operator()(const Assert& statement) const {
        const Origin& origin = statement.origin;
        return fmt::format("(assert {} {}{})", support::info(origin.rule).id,
                           origin.message.empty() ? "" : in_quotes(origin.message) + " ",
                           logic::print(statement.condition));
    }
    std::string operator()(const Assume& statement) const {
        return fmt::format("(assume {})", logic::print(statement.condition));
    }
    std::string operator()(const Assign& statement) const {
        return fmt::format("(assign {} {})", logic::print(statement.variable), logic::print(statement.value));
    }
    std::string operator()(const Havoc& statement) const {
        return fmt::format("(havoc {})", logic::print(statement.variable));
    }
    std::string operator()(const Capture& statement) const {
        std::string out = fmt::format("(capture {}", statement.moment);
        for (const logic::Term value : statement.values) {
            out += " " + logic::print(value);
        }
        return out + ")";
    }
};

struct TermsOf {
    std::vector<logic::Term>& terms;

    void operator()(const Assert& statement) const { terms.push_back(statement.condition); }
    void operator()(const Assume& statement) const { terms.push_back(statement.condition); }
    void operator()(const Assign& statement) const {
        terms.push_back(statement.variable);
        terms.push_back(statement.value);
    }
    void operator()(const Havoc& statement) const { terms.push_back(statement.variable); }
    void operator()(const Capture& statement) const {
        terms.insert(terms.end(), statement.values.begin(), statement.values.end());
    }
};

std::string print_block(const Block& block, const Procedure& procedure) {
    std::string out = fmt::format("\n  (block {}", symbol(block.label));
    for (const Statement& statement : block.statements) {
        out += "\n    " + print(statement);
    }
    if (!block.successors.empty()) {
        out += "\n    (goto";
        for (std::size_t successor : block.successors) {
            out += " " + symbol(procedure.blocks[successor].label);
        }
        out += ")";
    }
    return out + ")";
}

} // namespace

std::string print(const Statement& statement) {
    return support::match(statement, StatementPrinter{});
}

std::string print(const Program& program) {
    std::vector<logic::Term> terms;
    for (const logic::Axiom& axiom : program.axioms) {
        terms.push_back(axiom.formula);
    }
    for (const Procedure& procedure : program.procedures) {
        for (const Block& block : procedure.blocks) {
            for (const Statement& statement : block.statements) {
                support::match(statement, TermsOf{terms});
            }
        }
    }
    std::string out = logic::print(logic::declarations(terms));
    for (const logic::Axiom& axiom : program.axioms) {
        out += fmt::format("(axiom {} {} {})\n", symbol(axiom.name), in_quotes(axiom.why), logic::print(axiom.formula));
    }
    for (const Procedure& procedure : program.procedures) {
        out += fmt::format("(procedure {}", symbol(procedure.name));
        for (const Block& block : procedure.blocks) {
            out += print_block(block, procedure);
        }
        out += ")\n";
    }
    return out;
}

} // namespace daphnia::ivl
