#include "driver/dump.h"

#include "encode/encode.h"
#include "solver/solver.h"
#include "support/error.h"
#include "typed/print.h"
#include "vcgen/vcgen.h"
#include "verify/declaration.h"
#include "verify/query.h"

#include <fmt/format.h>

#include <ostream>

namespace daphnia::driver {

namespace {

// The stages that look at one procedure of a declaration, whose name heads each text.
std::string print_procedure(const ivl::Procedure& procedure, const ivl::Program& program, std::string_view name,
                            DumpStage stage, const solver::Options& options) {
    const vcgen::PassiveProcedure passive = vcgen::passify(procedure, *program.store);
    switch (stage) {
    case DumpStage::Ast:
    case DumpStage::Typed:
    case DumpStage::Ivl:
        break;
    case DumpStage::Passive:
        return vcgen::print(passive);
    case DumpStage::Vc:
        return fmt::format("; {}\n{}", name, vcgen::print(vcgen::whole(passive, *program.store)));
    case DumpStage::Smt2: {
        const vcgen::Condition condition = vcgen::whole(passive, *program.store);
        return fmt::format("; {}\n(reset)\n{}", name,
                           solver::export_smt2(verify::make_query(condition, program), options));
    }
    }
    throw support::InternalError("a stage that has no procedures");
}

std::string print_declaration(const encode::Context& context, const typed::Declaration& declaration, DumpStage stage,
                              const solver::Options& options) {
    if (stage == DumpStage::Typed) {
        return typed::print(declaration);
    }
    logic::TermStore store;
    const ivl::Program program = encode::encode(context, declaration, store);
    if (stage == DumpStage::Ivl) {
        return ivl::print(program);
    }
    const std::string name = verify::describe(declaration).name;
    std::string text;
    for (const ivl::Procedure& procedure : program.procedures) {
        text += print_procedure(procedure, program, name, stage, options);
    }
    return text;
}

} // namespace

std::optional<DumpStage> dump_stage(std::string_view name) {
    if (name == "ast") {
        return DumpStage::Ast;
    }
    if (name == "typed" || name == "program") {
        return DumpStage::Typed;
    }
    if (name == "ivl") {
        return DumpStage::Ivl;
    }
    if (name == "passive") {
        return DumpStage::Passive;
    }
    if (name == "vc") {
        return DumpStage::Vc;
    }
    if (name == "smt2") {
        return DumpStage::Smt2;
    }
    return std::nullopt;
}

void print_stage(const typed::Program& program, const support::SourceFiles& files, DumpStage stage,
                 const Options& options, std::ostream& out) {
    solver::Options solver_options;
    solver_options.nonlinear = options.verify.prover.nonlinear;
    const encode::Context context(program, options.encode);
    bool first = true;
    for (const typed::Declaration& declaration : program.declarations) {
        const verify::DeclarationInfo about = verify::describe(declaration);
        if (files.includes(about.name_range) || about.name.find(options.filter_symbol) == std::string::npos) {
            continue;
        }
        const std::string text = print_declaration(context, declaration, stage, solver_options);
        out << (first || text.empty() ? "" : "\n") << text;
        first = first && text.empty();
    }
}

} // namespace daphnia::driver
