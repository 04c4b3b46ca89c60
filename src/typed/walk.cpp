// Kernel node in, its direct children out, in source order; and the pre-order walk that follows from it.
#include "typed/walk.h"

#include "support/match.h"
#include "typed/type_uses.h"

#include <algorithm>

namespace daphnia::typed {

namespace {

// Calls back for what is there.
class Visitor {
  public:
    explicit Visitor(const Children& visit) : visit_(visit) {}

    void operator()(const ExprPtr& expr) const {
        if (expr != nullptr && visit_.expr) {
            visit_.expr(*expr);
        }
    }
    void operator()(const StmtPtr& stmt) const {
        if (stmt != nullptr && visit_.stmt) {
            visit_.stmt(*stmt);
        }
    }
    void operator()(const Clause& clause) const { (*this)(clause.expr); }
    void operator()(const FrameEntry& entry) const { (*this)(entry.expr); }
    void operator()(const Frame& frame) const { (*this)(frame.entries); }
    void operator()(const Decreases& decreases) const { (*this)(decreases.measures); }
    template <typename Item>
    void operator()(const std::vector<Item>& items) const {
        for (const Item& item : items) {
            (*this)(item);
        }
    }

  private:
    const Children& visit_;
};

class ExprChildren {
  public:
    explicit ExprChildren(const Children& visit) : visit_(visit) {}

    void operator()(const BoolLiteral&) const {}
    void operator()(const IntLiteral&) const {}
    void operator()(const RealLiteral&) const {}
    void operator()(const CharLiteral&) const {}
    void operator()(const StringLiteral&) const {}
    void operator()(const NullLiteral&) const {}
    void operator()(const VariableRead&) const {}
    void operator()(const ConstantRead&) const {}
    void operator()(const Unary& node) const { visit_(node.operand); }
    void operator()(const Binary& node) const {
        visit_(node.left);
        visit_(node.right);
    }
    void operator()(const IfThenElse& node) const {
        visit_(node.condition);
        visit_(node.then);
        visit_(node.otherwise);
    }
    void operator()(const Let& node) const {
        visit_(node.values);
        visit_(node.body);
    }
    void operator()(const LetSuchThat& node) const {
        visit_(node.constraint);
        visit_(node.body);
    }
    void operator()(const Quantifier& node) const {
        visit_(node.triggers);
        visit_(node.range);
        visit_(node.body);
    }
    void operator()(const FunctionCall& node) const { visit_(node.arguments); }
    void operator()(const Lambda& node) const {
        visit_(node.domain);
        visit_(node.reads);
        visit_(node.body);
    }
    void operator()(const FunctionValue& node) const { visit_(node.receiver); }
    void operator()(const Apply& node) const {
        visit_(node.function);
        visit_(node.arguments);
    }
    void operator()(const RequiresOf& node) const {
        visit_(node.function);
        visit_(node.arguments);
    }
    void operator()(const DecreasesTo& node) const {
        visit_(node.from);
        visit_(node.to);
    }
    void operator()(const ReadsOf& node) const {
        visit_(node.function);
        visit_(node.arguments);
    }
    void operator()(const SeqDisplay& node) const { visit_(node.elements); }
    void operator()(const TupleDisplay& node) const { visit_(node.components); }
    void operator()(const TupleSelect& node) const { visit_(node.tuple); }
    void operator()(const DatatypeValue& node) const { visit_(node.arguments); }
    void operator()(const DatatypeTest& node) const { visit_(node.value); }
    void operator()(const DatatypeSelect& node) const { visit_(node.value); }
    void operator()(const SeqComprehension& node) const {
        visit_(node.size);
        visit_(node.domain);
        visit_(node.body);
    }
    void operator()(const SetDisplay& node) const { visit_(node.elements); }
    void operator()(const SetComprehension& node) const {
        visit_(node.range);
        visit_(node.term);
    }
    void operator()(const MultisetOf& node) const { visit_(node.collection); }
    void operator()(const Multiplicity& node) const {
        visit_(node.multiset);
        visit_(node.element);
    }
    void operator()(const MultiplicityUpdate& node) const {
        visit_(node.multiset);
        visit_(node.element);
        visit_(node.count);
    }
    void operator()(const MapDisplay& node) const {
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            visit_(node.keys[i]);
            visit_(node.values[i]);
        }
    }
    void operator()(const MapComprehension& node) const {
        visit_(node.range);
        visit_(node.key);
        visit_(node.value);
    }
    void operator()(const MapSelect& node) const {
        visit_(node.map);
        visit_(node.key);
    }
    void operator()(const MapUpdate& node) const {
        visit_(node.map);
        visit_(node.key);
        visit_(node.value);
    }
    void operator()(const MapPart& node) const { visit_(node.map); }
    void operator()(const SeqLength& node) const { visit_(node.seq); }
    void operator()(const SeqIndex& node) const {
        visit_(node.seq);
        visit_(node.index);
    }
    void operator()(const SeqSlice& node) const {
        visit_(node.seq);
        visit_(node.low);
        visit_(node.high);
    }
    void operator()(const SeqUpdate& node) const {
        visit_(node.seq);
        visit_(node.index);
        visit_(node.value);
    }
    void operator()(const ArrayLength& node) const { visit_(node.array); }
    void operator()(const ArrayRead& node) const {
        visit_(node.array);
        visit_(node.indices);
    }
    void operator()(const ArraySlice& node) const {
        visit_(node.array);
        visit_(node.low);
        visit_(node.high);
    }
    void operator()(const FieldRead& node) const { visit_(node.object); }
    void operator()(const Unchanged& node) const { visit_(node.entries); }
    void operator()(const Old& node) const { visit_(node.operand); }
    void operator()(const Fresh& node) const { visit_(node.operand); }
    void operator()(const Allocated& node) const { visit_(node.operand); }
    void operator()(const Convert& node) const { visit_(node.operand); }
    void operator()(const TypeTest& node) const { visit_(node.operand); }
    void operator()(const StatementExpr& node) const {
        visit_(node.statements);
        visit_(node.body);
    }

  private:
    Visitor visit_;
};

class StmtChildren {
  public:
    explicit StmtChildren(const Children& visit) : visit_(visit) {}

    void operator()(const Block& node) const { visit_(node.statements); }
    void operator()(const VarDecl&) const {}
    void operator()(const Assign& node) const {
        targets(node.targets);
        for (const Value& value : node.values) {
            support::match(value.node, *this);
        }
    }
    void operator()(const AssignSuchThat& node) const {
        targets(node.targets);
        visit_(node.constraint);
    }
    void operator()(const Call& node) const {
        targets(node.targets);
        visit_(node.arguments);
    }
    void operator()(const Assert& node) const {
        visit_(node.condition);
        visit_(node.proof);
    }
    void operator()(const Assume& node) const { visit_(node.condition); }
    void operator()(const Reveal&) const {}
    void operator()(const Expect& node) const {
        visit_(node.condition);
        visit_(node.message);
    }
    void operator()(const Print& node) const { visit_(node.arguments); }
    void operator()(const If& node) const {
        visit_(node.guard);
        visit_(node.then);
        visit_(node.otherwise);
    }
    void operator()(const Alternatives& node) const {
        for (const Alternative& alternative : node.alternatives) {
            visit_(alternative.guard);
            visit_(alternative.body);
        }
    }
    void operator()(const While& node) const {
        visit_(node.guard);
        visit_(node.invariants);
        visit_(node.decreases);
        visit_(node.modifies);
        visit_(node.body);
    }
    void operator()(const Break&) const {}
    void operator()(const Return&) const {}
    void operator()(const ForallStatement& node) const {
        visit_(node.range);
        visit_(node.ensures);
        visit_(node.body);
    }
    void operator()(const Calc& node) const {
        for (const CalcStep& step : node.steps) {
            visit_(step.known);
            visit_(step.hint);
            visit_(step.claim);
        }
        visit_(node.last);
        visit_(node.conclusion);
    }
    void operator()(const Modify& node) const {
        visit_(node.frame);
        visit_(node.body);
    }

    // Targets and values of assignments.
    void operator()(const VariableTarget&) const {}
    void operator()(const ElementTarget& node) const {
        visit_(node.array);
        visit_(node.indices);
    }
    void operator()(const FieldTarget& node) const { visit_(node.object); }
    void operator()(const ExprPtr& value) const { visit_(value); }
    void operator()(const HavocValue&) const {}
    void operator()(const NewArray& node) const {
        visit_(node.sizes);
        visit_(node.display);
        visit_(node.domain);
        visit_(node.initial);
    }
    void operator()(const NewObject& node) const { visit_(node.cells); }

  private:
    void targets(const std::vector<Target>& targets) const {
        for (const Target& target : targets) {
            support::match(target.node, *this);
        }
    }

    Visitor visit_;
};

class DeclarationChildren {
  public:
    explicit DeclarationChildren(const Children& visit) : visit_(visit) {}

    void operator()(const std::unique_ptr<Function>& function) const {
        visit_(function->preconditions);
        visit_(function->reads);
        visit_(function->postconditions);
        visit_(function->decreases);
        visit_(function->body);
    }
    void operator()(const std::unique_ptr<Method>& method) const {
        visit_(method->preconditions);
        visit_(method->reads);
        visit_(method->modifies);
        visit_(method->postconditions);
        visit_(method->decreases);
        visit_(method->body);
    }
    void operator()(const std::unique_ptr<Constant>& constant) const { visit_(constant->value); }

  private:
    Visitor visit_;
};

// Pre-order with a stack of its own: generated programs nest deeper than the machine's stack allows.
class Walk {
  public:
    explicit Walk(const Children& visit) : visit_(visit) {}

    void run(std::variant<const Expr*, const Stmt*> root) {
        pending_.push_back(root);
        const Children push{[this](const Expr& child) { pending_.emplace_back(&child); },
                            [this](const Stmt& child) { pending_.emplace_back(&child); }};
        while (!pending_.empty()) {
            const auto node = pending_.back();
            pending_.pop_back();
            const auto first_child = static_cast<std::ptrdiff_t>(pending_.size());
            if (const auto* expr = std::get_if<const Expr*>(&node)) {
                if (visit_.expr) {
                    visit_.expr(**expr);
                }
                for_each_child(**expr, push);
            } else {
                const Stmt* stmt = std::get<const Stmt*>(node);
                if (visit_.stmt) {
                    visit_.stmt(*stmt);
                }
                for_each_child(*stmt, push);
            }
            std::reverse(pending_.begin() + first_child, pending_.end());
        }
    }

  private:
    const Children& visit_;
    std::vector<std::variant<const Expr*, const Stmt*>> pending_;
};

} // namespace

void for_each_child(const Expr& expr, const Children& visit) {
    support::match(expr.node, ExprChildren(visit));
}

void for_each_child(const Stmt& stmt, const Children& visit) {
    support::match(stmt.node, StmtChildren(visit));
}

void for_each_child(const Declaration& declaration, const Children& visit) {
    support::match(declaration, DeclarationChildren(visit));
}

void for_each_below(const Expr& root, const Children& visit) {
    Walk(visit).run(&root);
}

void for_each_below(const Stmt& root, const Children& visit) {
    Walk(visit).run(&root);
}

void for_each_type(const Declaration& declaration, const std::function<void(const Type&)>& visit) {
    for_each_type_use(declaration, [&](const Type& type, bool) { visit(type); });
}

const Variable* read_variable(const Expr& expr) {
    const auto* read = std::get_if<VariableRead>(&expr.node);
    return read == nullptr ? nullptr : read->variable;
}

} // namespace daphnia::typed
