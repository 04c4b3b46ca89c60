#include "index/facts.h"

#include "support/match.h"
#include "typed/walk.h"

namespace daphnia::index {

namespace {

class Collector {
  public:
    Facts take() { return std::move(facts_); }

    void of(const typed::Program& program) {
        for (const auto& datatype : program.datatypes) {
            for (const typed::Constructor& constructor : datatype->constructors) {
                variables(constructor.fields);
            }
        }
        for (const auto& klass : program.classes) {
            for (const auto& field : klass->fields) {
                add(field->range, typed::to_string(field->type), field->ghost);
            }
        }
        for (const typed::Declaration& declaration : program.declarations) {
            support::match(declaration, [this](const auto& node) { callable(*node); });
            below(declaration);
        }
    }

  private:
    void add(support::SourceRange name, std::string type, bool ghost) {
        facts_.facts.push_back({name, std::move(type), ghost});
    }

    void variable(const typed::Variable& variable) {
        if (variable.kind != typed::VariableKind::Receiver && variable.kind != typed::VariableKind::Cell &&
            variable.name == variable.range.text()) {
            add(variable.range, typed::to_string(variable.type), variable.ghost);
        }
    }
    void variables(const std::vector<typed::VariablePtr>& all) {
        for (const typed::VariablePtr& each : all) {
            variable(*each);
        }
    }

    void callable(const typed::Function& function) {
        add(function.name_range, typed::to_string(function.result->type), function.ghost);
        variables(function.parameters);
        variable(*function.result);
        if (function.overrides.member != nullptr) {
            facts_.overrides.emplace_back(function.name_range, function.overrides.member->name_range);
        }
    }
    void callable(const typed::Method& method) {
        add(method.name_range, {}, method.ghost);
        variables(method.parameters);
        variables(method.results);
        if (method.overrides.member != nullptr) {
            facts_.overrides.emplace_back(method.name_range, method.overrides.member->name_range);
        }
    }
    void callable(const typed::Constant& constant) {
        add(constant.name_range, typed::to_string(constant.type), constant.ghost);
    }

    void below(const typed::Declaration& declaration) {
        const typed::Children visit{[this](const typed::Expr& expr) { binder(expr); },
                                    [this](const typed::Stmt& stmt) { binder(stmt); }};
        typed::for_each_child(declaration, {[&](const typed::Expr& expr) { typed::for_each_below(expr, visit); },
                                            [&](const typed::Stmt& stmt) { typed::for_each_below(stmt, visit); }});
    }

    template <typename Node>
    void binder_of(const typed::Expr& expr) {
        if (const auto* node = std::get_if<Node>(&expr.node)) {
            variables(node->variables);
        }
    }
    void binder(const typed::Expr& expr) {
        binder_of<typed::Let>(expr);
        binder_of<typed::LetSuchThat>(expr);
        binder_of<typed::Quantifier>(expr);
        binder_of<typed::SetComprehension>(expr);
        binder_of<typed::MapComprehension>(expr);
        if (const auto* comprehension = std::get_if<typed::SeqComprehension>(&expr.node)) {
            variable(*comprehension->variable);
        } else if (const auto* lambda = std::get_if<typed::Lambda>(&expr.node)) {
            variables(lambda->parameters);
        }
    }
    void binder(const typed::Stmt& stmt) {
        if (const auto* declaration = std::get_if<typed::VarDecl>(&stmt.node)) {
            variables(declaration->variables);
        } else if (const auto* forall = std::get_if<typed::ForallStatement>(&stmt.node)) {
            variables(forall->variables);
        } else if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            for (const typed::Value& value : assign->values) {
                if (const auto* array = std::get_if<typed::NewArray>(&value.node)) {
                    variables(array->indices);
                }
            }
        }
    }

    Facts facts_;
};

// Whether the node itself is something that is not there when the program runs.
bool is_ghost(const typed::Expr& expr) {
    if (const auto* variable = std::get_if<typed::VariableRead>(&expr.node)) {
        return variable->variable->ghost;
    }
    if (const auto* constant = std::get_if<typed::ConstantRead>(&expr.node)) {
        return constant->constant->ghost;
    }
    if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
        return call->function->ghost;
    }
    if (const auto* field = std::get_if<typed::FieldRead>(&expr.node)) {
        return field->field->ghost;
    }
    if (const auto* select = std::get_if<typed::DatatypeSelect>(&expr.node)) {
        const typed::Type type = typed::carrier(select->value->type);
        return type.datatype != nullptr && type.datatype->destructors.at(select->destructor).ghost;
    }
    return std::holds_alternative<typed::Old>(expr.node) || std::holds_alternative<typed::Fresh>(expr.node) ||
           std::holds_alternative<typed::Allocated>(expr.node) || std::holds_alternative<typed::Unchanged>(expr.node);
}

bool speaks_of_ghosts(const typed::Expr& root) {
    bool found = false;
    typed::for_each_below(root, {[&](const typed::Expr& expr) { found = found || is_ghost(expr); }, {}});
    return found;
}

class Finder {
  public:
    Finder(const std::string& path, std::uint32_t offset) : path_(path), offset_(offset) {}

    std::optional<FoundExpr> in(const typed::Program& program) {
        for (const typed::Declaration& declaration : program.declarations) {
            const support::SourceRange range =
                support::match(declaration, [](const auto& node) { return node->range; });
            if (is_around(range)) {
                support::match(declaration, [this](const auto& node) { callable(*node); });
            }
        }
        if (best_ == nullptr) {
            return std::nullopt;
        }
        return FoundExpr{best_, ghost_ || speaks_of_ghosts(*best_)};
    }

  private:
    bool is_around(const support::SourceRange& range) {
        if (range.begin > offset_ || offset_ > range.end || !range.has_file()) {
            return false;
        }
        if (range.file != known_) {
            is_path_ = range.file->path() == path_;
            known_ = range.file;
        }
        return is_path_;
    }

    void look(const typed::Expr& expr, bool ghost) {
        if (is_around(expr.range)) {
            const std::uint32_t size = expr.range.end - expr.range.begin;
            if (best_ == nullptr || size < best_->range.end - best_->range.begin) {
                best_ = &expr;
                ghost_ = ghost;
            }
        }
        // What it was spelled out as need not be within it.
        typed::for_each_child(expr, {[&](const typed::Expr& child) { look(child, ghost); },
                                     [&](const typed::Stmt& child) { look(child, true); }});
    }
    void look(const typed::Stmt& stmt, bool ghost) {
        const bool inner = ghost || stmt.ghost || is_proof(stmt);
        const auto* loop = std::get_if<typed::While>(&stmt.node);
        if (loop == nullptr) {
            typed::for_each_child(stmt, {[&](const typed::Expr& child) { look(child, inner); },
                                         [&](const typed::Stmt& child) { look(child, inner); }});
            return;
        }
        typed::for_each_child(stmt,
                              {[&](const typed::Expr& child) { look(child, inner || &child != loop->guard.get()); },
                               [&](const typed::Stmt& child) { look(child, inner); }});
    }
    static bool is_proof(const typed::Stmt& stmt) {
        return std::holds_alternative<typed::Assert>(stmt.node) || std::holds_alternative<typed::Assume>(stmt.node) ||
               std::holds_alternative<typed::Calc>(stmt.node) || std::holds_alternative<typed::Reveal>(stmt.node);
    }

    void clauses(const std::vector<typed::Clause>& all) {
        for (const typed::Clause& clause : all) {
            look(*clause.expr, true);
        }
    }
    void frame(const typed::Frame& frame) {
        for (const typed::FrameEntry& entry : frame.entries) {
            look(*entry.expr, true);
        }
    }
    void measure(const typed::Decreases& decreases) {
        for (const typed::ExprPtr& expr : decreases.measures) {
            look(*expr, true);
        }
    }

    void callable(const typed::Function& function) {
        clauses(function.preconditions);
        clauses(function.postconditions);
        frame(function.reads);
        measure(function.decreases);
        if (function.body != nullptr) {
            look(*function.body, function.ghost || function.by_method != nullptr);
        }
    }
    void callable(const typed::Method& method) {
        clauses(method.preconditions);
        clauses(method.postconditions);
        frame(method.modifies);
        frame(method.reads);
        measure(method.decreases);
        if (method.body != nullptr) {
            look(*method.body, method.ghost);
        }
    }
    void callable(const typed::Constant& constant) {
        if (constant.value != nullptr) {
            look(*constant.value, constant.ghost);
        }
    }

    const std::string& path_;
    std::uint32_t offset_;
    const support::SourceFile* known_ = nullptr; // of which is known whether it is the file
    bool is_path_ = false;
    const typed::Expr* best_ = nullptr;
    bool ghost_ = false;
};

} // namespace

Facts facts_of(const typed::Program& program) {
    Collector collector;
    collector.of(program);
    return collector.take();
}

std::optional<FoundExpr> find_expression(const typed::Program& program, const std::string& path, std::uint32_t offset) {
    return Finder(path, offset).in(program);
}

} // namespace daphnia::index
