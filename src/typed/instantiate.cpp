// See the header.
#include "typed/instantiate.h"

#include "typed/clone.h"
#include "typed/overrides.h"
#include "typed/walk.h"

#include <deque>
#include <map>
#include <set>

namespace daphnia::typed {

namespace {

class Instantiation {
  public:
    explicit Instantiation(Program& program) : program_(program) {}

    void run() {
        overriding_.note(program_.declarations);
        for (const Declaration& declaration : program_.declarations) {
            redirect_calls(declaration);
        }
        // Each instance calls others in turn.
        while (!made_.empty()) {
            Declaration instance = std::move(made_.front());
            made_.pop_front();
            redirect_calls(instance);
            program_.instances.push_back(std::move(instance));
        }
    }

  private:
    // Until the program is handed out nobody else looks at its nodes, and all were made as objects that may change.
    void redirect_calls(const Declaration& declaration) {
        const Children visit{[this](const Expr& expr) {
                                 if (auto* call = std::get_if<FunctionCall>(&const_cast<Expr&>(expr).node)) {
                                     redirect(call->function, call->type_arguments);
                                 }
                                 if (auto* value = std::get_if<FunctionValue>(&const_cast<Expr&>(expr).node)) {
                                     redirect(value->function, value->type_arguments);
                                 }
                             },
                             [this](const Stmt& stmt) {
                                 if (auto* call = std::get_if<Call>(&const_cast<Stmt&>(stmt).node)) {
                                     redirect(call->method, call->type_arguments);
                                 }
                             }};
        if (const auto* function = std::get_if<std::unique_ptr<Function>>(&declaration)) {
            redirect((*function)->overrides.member, (*function)->overrides.type_arguments);
        } else if (const auto* method = std::get_if<std::unique_ptr<Method>>(&declaration)) {
            redirect((*method)->overrides.member, (*method)->overrides.type_arguments);
        }
        const Children deep{[&](const Expr& expr) { for_each_below(expr, visit); },
                            [&](const Stmt& stmt) { for_each_below(stmt, visit); }};
        for_each_child(declaration, deep);
        for_each_type(declaration, [this](const Type& type) { find_subset_types(type); });
    }

    // Those that values of the type depend on have constraints of their own from now on.
    void find_subset_types(const Type& type) {
        for (const Type& argument : type.arguments) {
            find_subset_types(argument);
        }
        if (type.kind == TypeKind::Subset && subset_types_.insert(type.subset).second) {
            if (type.subset->origin != nullptr) {
                auto& instance = const_cast<SubsetType&>(*type.subset);
                redirect(instance.constraint, instance.type_arguments);
                if (instance.witness != nullptr) {
                    redirect(instance.witness, instance.type_arguments);
                }
            }
            find_subset_types(type.subset->base);
        } else if (is_class(type) && classes_.insert(unique_name(non_null(type))).second) {
            // Whatever calls a member of a trait may run the one of an object's class, which nothing else need name.
            instantiate_overrides(overriding_.functions.of_class(type.klass), type.arguments);
            instantiate_overrides(overriding_.methods.of_class(type.klass), type.arguments);
        } else if (type.kind == TypeKind::Datatype && datatypes_.insert(unique_name(type)).second) {
            for (std::size_t i = 0; i < type.datatype->constructors.size(); ++i) {
                for (const Type& field : field_types(type, i)) {
                    find_subset_types(field);
                }
            }
        }
    }

    template <typename Node>
    void instantiate_overrides(const std::vector<const Node*>& members, const std::vector<Type>& arguments) {
        for (const Node* member : members) {
            redirect(member, arguments);
        }
    }

    template <typename Node>
    void redirect(const Node*& callee, const std::vector<Type>& arguments) {
        if (arguments.empty()) {
            return;
        }
        const Node* const origin = &origin_of(*callee); // what is copied may be redirected already
        if (stands_for_itself(origin->type_parameters, arguments)) {
            callee = origin;
            return;
        }
        const Node*& known = known_instances(origin)[{origin, instance_name("", arguments)}];
        if (known == nullptr) {
            std::unique_ptr<Node> made = clone(*origin, arguments);
            known = made.get();
            if constexpr (std::is_same_v<Node, Function>) {
                if (made->by_method != nullptr) {
                    redirect(made->by_method, arguments);
                }
            }
            made_.emplace_back(std::move(made));
            callee = known;
            for (const Node* member : overriding(origin).of_base(origin)) {
                if (const auto own = overriding_arguments(*member, arguments)) {
                    redirect(member, *own);
                }
            }
            return;
        }
        callee = known;
    }

    static bool stands_for_itself(const TypeParameters& parameters, const std::vector<Type>& arguments) {
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (arguments.at(i).parameter != parameters[i].get()) {
                return false;
            }
        }
        return true;
    }

    template <typename Node>
    using Known = std::map<std::pair<const Node*, std::string>, const Node*>;
    Known<Function>& known_instances(const Function*) { return functions_; }
    Known<Method>& known_instances(const Method*) { return methods_; }

    const Overriding<Function>& overriding(const Function*) const { return overriding_.functions; }
    const Overriding<Method>& overriding(const Method*) const { return overriding_.methods; }

    Program& program_;
    AllOverriding overriding_;     // as declared
    std::deque<Declaration> made_; // whose own calls are still of origins
    Known<Function> functions_;
    Known<Method> methods_;
    std::set<const SubsetType*> subset_types_; // that are seen to
    std::set<std::string> datatypes_;
    std::set<std::string> classes_;
};

} // namespace

void instantiate(Program& program) {
    Instantiation(program).run();
}

} // namespace daphnia::typed
