// Prints passive procedures and conditions, in the syntax of the intermediate language.
#include "logic/smtlib.h"
#include "support/match.h"
#include "vcgen/vcgen.h"

#include <fmt/format.h>

namespace daphnia::vcgen {

std::string print(const PassiveProcedure& procedure) {
    std::string out = fmt::format("(procedure {}", logic::symbol(procedure.name));
    for (const PassiveBlock& block : procedure.blocks) {
        out += fmt::format("\n  (block {}", logic::symbol(block.label));
        for (const PassiveStatement& statement : block.statements) {
            ivl::Statement general = std::visit([](const auto& node) { return ivl::Statement(node); }, statement);
            out += "\n    " + ivl::print(general);
        }
        if (!block.successors.empty()) {
            out += "\n    (goto";
            for (std::size_t successor : block.successors) {
                out += " " + logic::symbol(procedure.blocks[successor].label);
            }
            out += ")";
        }
        out += ")";
    }
    return out + ")\n";
}

std::string print(const Condition& condition) {
    std::string out;
    for (logic::Term hypothesis : condition.hypotheses) {
        out += fmt::format("(hypothesis {})\n", logic::print(hypothesis));
    }
    return out + fmt::format("(goal {})\n", logic::print(condition.goal));
}

} // namespace daphnia::vcgen
