#include "resolve/constructors.h"

#include "resolve/statements.h"

#include <algorithm>

namespace daphnia::resolve {

void Constructors::make_object(const typed::Method& constructor, const std::vector<const typed::Variable*>& cells,
                               SourceRange at, StmtList& out) {
    const typed::Variable& object = *constructor.results.front();
    typed::NewObject made{object.type, {}};
    for (const typed::Variable* const cell : cells) {
        Draft value = read(*cell, at);
        uses_.passed.push_back({value.expr.get(), cell->type, std::nullopt});
        made.cells.push_back(std::move(value.expr));
    }
    typed::Assign assign;
    assign.targets.push_back({at, typed::VariableTarget{&object}});
    assign.values.push_back({at, std::move(made)});
    add(out, at, constructor.ghost, std::move(assign));
}

typed::StmtPtr Constructors::body(const ast::Block& block, const typed::Method& constructor) {
    state_.declaration.method = &constructor;
    typed::VarDecl declared;
    std::map<const typed::Field*, const typed::Variable*> by_field;
    std::vector<const typed::Variable*> cells;
    for (const typed::Cell& cell : typed::cells_of(constructor.results.front()->type)) {
        auto variable = std::make_unique<typed::Variable>(typed::Variable{
            cell.field->name, cell.type, typed::VariableKind::Cell, cell.field->ghost, cell.field->range});
        variables_.introduce(*variable, true).assignable = true;
        by_field.emplace(cell.field, variable.get());
        cells.push_back(variable.get());
        declared.variables.push_back(std::move(variable));
    }
    typed::Block result;
    add(result.statements, block.range, false, std::move(declared));
    const auto divider = std::find_if(block.stmts.begin(), block.stmts.end(), [](const ast::StmtPtr& stmt) {
        return std::holds_alternative<ast::NewDivider>(stmt->node);
    });
    state_.cells = &by_field;
    std::for_each(block.stmts.begin(), divider,
                  [&](const ast::StmtPtr& stmt) { statements_.statement(*stmt, result.statements); });
    state_.cells = nullptr;
    const SourceRange end{block.range.file, block.range.end - 1, block.range.end};
    make_object(constructor, cells, divider == block.stmts.end() ? end : (*divider)->range, result.statements);
    for (auto stmt = divider; stmt != block.stmts.end(); ++stmt) {
        if (stmt != divider) {
            statements_.statement(**stmt, result.statements);
        }
    }
    return make_stmt(block.range, false, std::move(result));
}

} // namespace daphnia::resolve
