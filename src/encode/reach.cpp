#include "encode/reach.h"

#include "support/error.h"
#include "support/match.h"
#include "typed/frame.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

namespace {

bool reads_heap(const typed::Expr& root) {
    bool found = false;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     found = found || std::holds_alternative<typed::ArrayRead>(expr.node) ||
                                             std::holds_alternative<typed::ArraySlice>(expr.node) ||
                                             std::holds_alternative<typed::FunctionCall>(expr.node) ||
                                             std::holds_alternative<typed::Apply>(expr.node);
                                 },
                                 [](const typed::Stmt&) {}});
    return found;
}

bool is_named(const typed::FrameEntry& entry) {
    return typed::kind_of(entry) == typed::FrameEntryKind::One && typed::region_of(entry) && !reads_heap(*entry.expr);
}

} // namespace

bool Reach::is_open() const {
    return std::any_of(regions.begin(), regions.end(),
                       [](const typed::Region& region) { return region.kind == typed::Region::Kind::Rest; });
}

// An argument that may read the heap is applied to all regions.
bool takes_regions(const typed::Function& function) {
    return function.reads.wildcard ||
           std::any_of(function.parameters.begin(), function.parameters.end(),
                       [](const auto& parameter) { return typed::contains_reading_functions(parameter->type); }) ||
           !std::all_of(function.reads.entries.begin(), function.reads.entries.end(), is_named);
}

// Collects what expressions, statements and types mention.
class MentionedIn {
  public:
    explicit MentionedIn(Reaching::Mentioned& found) : found_(found) {}

    void add(const typed::ExprPtr& root) {
        if (root != nullptr) {
            typed::for_each_below(*root, visit_);
        }
    }
    void add(const typed::StmtPtr& root) {
        if (root != nullptr) {
            typed::for_each_below(*root, visit_);
        }
    }
    void add(const std::vector<typed::Clause>& clauses) {
        for (const typed::Clause& clause : clauses) {
            add(clause.expr);
        }
    }
    void add(const typed::Frame& frame) {
        for (const typed::FrameEntry& entry : frame.entries) {
            add(entry.expr);
            found_.open = found_.open || !typed::region_of(entry);
        }
    }
    void add(const typed::Decreases& decreases) {
        for (const typed::ExprPtr& measure : decreases.measures) {
            add(measure);
        }
    }
    void add(const std::vector<typed::VariablePtr>& variables) {
        for (const auto& variable : variables) {
            add(variable->type);
        }
    }
    void add(const Type& type) {
        switch (type.kind) {
        case TypeKind::Bool:
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Char:
        case TypeKind::Real:
        case TypeKind::Bits:
            return;
        case TypeKind::Parameter:
            found_.references = found_.references || !type.parameter->no_references;
            return;
        case TypeKind::Subset:
            found_.definitions.push_back(type.subset->constraint);
            if (type.subset->witness != nullptr) {
                found_.definitions.push_back(type.subset->witness);
            }
            add(type.subset->base);
            return;
        case TypeKind::Reference:
            add_referent(type);
            break;
        case TypeKind::Arrow:
            if (type.arrow == typed::ArrowKind::General) {
                found_.reading_functions = true;
                found_.open = true;
            }
            break;
        case TypeKind::Datatype:
            if (seen_.insert(typed::unique_name(type)).second) {
                for (std::size_t i = 0; i < type.datatype->destructors.size(); ++i) {
                    add(typed::destructor_type(type, i));
                }
            }
            break;
        case TypeKind::Seq:
        case TypeKind::Set:
        case TypeKind::Iset:
        case TypeKind::Multiset:
        case TypeKind::Map:
        case TypeKind::Imap:
        case TypeKind::Tuple:
            break;
        }
        for (const Type& argument : type.arguments) {
            add(argument);
        }
    }

  private:
    void add_referent(const Type& type) {
        switch (type.referent) {
        case typed::Referent::Array: {
            typed::Region region = typed::elements_region(type.arguments.at(0));
            std::string name = region.name;
            found_.regions.emplace(std::move(name), std::move(region));
            return;
        }
        case typed::Referent::Object:
            found_.open = true;
            return;
        }
    }

    void look_at(const typed::Expr& expr) {
        add(expr.type);
        if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
            found_.definitions.push_back(call->function);
        } else if (const auto* value = std::get_if<typed::FunctionValue>(&expr.node)) {
            found_.definitions.push_back(value->function);
        } else if (const auto* read = std::get_if<typed::ConstantRead>(&expr.node)) {
            found_.definitions.push_back(read->constant);
        } else if (const auto* convert = std::get_if<typed::Convert>(&expr.node)) {
            add(convert->target);
        } else if (const auto* test = std::get_if<typed::TypeTest>(&expr.node)) {
            add(test->type);
        } else if (const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node)) {
            add(quantifier->variables);
        } else if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
            add(let->variables);
        } else if (const auto* choice = std::get_if<typed::LetSuchThat>(&expr.node)) {
            add(choice->variables);
        } else if (const auto* lambda = std::get_if<typed::Lambda>(&expr.node)) {
            add(lambda->parameters);
        } else if (const auto* set = std::get_if<typed::SetComprehension>(&expr.node)) {
            add(set->variables);
        } else if (const auto* map = std::get_if<typed::MapComprehension>(&expr.node)) {
            add(map->variables);
        }
    }

    void look_at(const typed::Stmt& stmt) {
        if (const auto* declaration = std::get_if<typed::VarDecl>(&stmt.node)) {
            add(declaration->variables);
        } else if (const auto* forall = std::get_if<typed::ForallStatement>(&stmt.node)) {
            add(forall->variables);
        } else if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
            found_.contracts.push_back(call->method);
        } else if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            for (const typed::Value& value : assign->values) {
                if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
                    add(typed::array_type(created->element));
                }
            }
        }
    }

    Reaching::Mentioned& found_;
    std::set<std::string> seen_; // datatypes
    const typed::Children visit_{[this](const typed::Expr& expr) { look_at(expr); },
                                 [this](const typed::Stmt& stmt) { look_at(stmt); }};
};

Reaching::Reaching(const typed::Program& program) {
    for (const auto* list : {&program.declarations, &program.instances}) {
        for (const typed::Declaration& declaration : *list) {
            if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
                Mentioned& all = entries_[function->get()].contract;
                MentionedIn in(all);
                in.add((*function)->parameters);
                in.add((*function)->result->type);
                in.add((*function)->preconditions);
                in.add((*function)->postconditions);
                in.add((*function)->reads);
                in.add((*function)->decreases);
                in.add((*function)->body);
                all.open = all.open || ((*function)->reads.wildcard && (*function)->body == nullptr);
                all.framed_functions = takes_regions(**function) && !(*function)->reads.wildcard;
            } else if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
                Entry& entry = entries_[method->get()];
                MentionedIn contract(entry.contract);
                contract.add((*method)->parameters);
                contract.add((*method)->results);
                contract.add((*method)->preconditions);
                contract.add((*method)->postconditions);
                contract.add((*method)->modifies);
                contract.add((*method)->reads);
                contract.add((*method)->decreases);
                MentionedIn(entry.body).add((*method)->body);
            } else if (const auto* constant = std::get_if<std::unique_ptr<typed::Constant>>(&declaration)) {
                MentionedIn in(entries_[constant->get()].contract);
                in.add((*constant)->type);
                in.add((*constant)->value);
            }
        }
    }
}

Reach Reaching::from(typed::Callable declaration) const {
    Mentioned all;
    std::set<typed::Callable> seen{declaration};
    std::vector<typed::Callable> waiting{declaration};
    const auto add = [&](const Mentioned& more) {
        all.regions.insert(more.regions.begin(), more.regions.end());
        all.references = all.references || more.references;
        all.reading_functions = all.reading_functions || more.reading_functions;
        all.framed_functions = all.framed_functions || more.framed_functions;
        all.open = all.open || more.open;
        for (const auto* callables : {&more.definitions, &more.contracts}) {
            for (const typed::Callable callable : *callables) {
                if (seen.insert(callable).second) {
                    waiting.push_back(callable);
                }
            }
        }
    };
    const auto entry_of = [this](typed::Callable callable) -> const Entry& {
        const auto entry = entries_.find(callable);
        DAPHNIA_CHECK(entry != entries_.end(), "what is reached is a declaration of the program");
        return entry->second;
    };
    add(entry_of(declaration).body);
    while (!waiting.empty()) {
        const typed::Callable callable = waiting.back();
        waiting.pop_back();
        add(entry_of(callable).contract);
    }
    if (all.open) {
        const typed::Region rest = typed::rest_region();
        all.regions.emplace(rest.name, rest);
    }
    Reach result;
    for (auto& [name, region] : all.regions) {
        result.regions.push_back(std::move(region));
    }
    result.references = all.references || !result.regions.empty();
    result.reading_functions = all.reading_functions;
    result.framed_functions = all.framed_functions;
    return result;
}

} // namespace daphnia::encode
