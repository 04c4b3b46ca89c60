// See the header.
#include "refute/objects_made.h"

#include "refute/graphs.h"
#include "refute/small_values.h"

#include <algorithm>
#include <set>
#include <string>

namespace daphnia::refute {

namespace {

using typed::Method;
using typed::Type;

template <typename Visit>
void for_each_method(const typed::Program& program, const Visit& visit) {
    for (const auto* declarations : {&program.declarations, &program.instances}) {
        for (const typed::Declaration& declaration : *declarations) {
            if (const auto* method = std::get_if<std::unique_ptr<Method>>(&declaration)) {
                visit(**method);
            }
        }
    }
}

bool makes(const Method& method, const typed::Class& klass) {
    return method.kind == typed::MethodKind::Constructor && !method.results.empty() &&
           method.results.front()->type.klass == &klass;
}

// Values of a type of which nothing is known are numbers, and so are those of these types.
bool may_stand_for(const Type& unknown, const Type& type) {
    return unknown == type || (unknown.kind == typed::TypeKind::Parameter &&
                               (type.kind == typed::TypeKind::Parameter || type.kind == typed::TypeKind::Int));
}

bool may_stand_for_all(const Type& made, const Type& wanted) {
    return made.klass == wanted.klass && std::equal(made.arguments.begin(), made.arguments.end(),
                                                    wanted.arguments.begin(), wanted.arguments.end(), may_stand_for);
}

class Maker {
  public:
    Maker(Runner& runner, const Vocabulary& vocabulary) : runner_(runner), vocabulary_(vocabulary) {}

    std::vector<Input> run() {
        std::vector<Type> types;
        for (const typed::VariablePtr& parameter : parameters_of(runner_.declaration())) {
            types.push_back(parameter->type);
        }
        const std::vector<Type> wanted = reached_types(types, vocabulary_);
        // Each round has what the ones before it have made for arguments, the last ones first.
        constexpr int kRounds = 3;
        for (int round = 0; round < kRounds && !wanted.empty() && may_go_on(); ++round) {
            vocabulary_.made.assign(made_.rbegin(), made_.rend());
            SmallValues values(vocabulary_, false);
            for (const Type& type : wanted) {
                construct(type, values);
            }
            if (round == 0) {
                most_of_type_ += kMoreOfType;
                vocabulary_.made = made_;
                SmallValues arguments(vocabulary_, false);
                for (const Type& type : wanted) {
                    extend(type, arguments);
                }
            }
            most_of_type_ += kMoreOfType;
        }
        std::stable_sort(made_.begin(), made_.end(),
                         [](const Input& a, const Input& b) { return a.objects.size() < b.objects.size(); });
        return std::move(made_);
    }

  private:
    static constexpr std::uint64_t kPercent = 5;  // of the budget
    static constexpr std::size_t kMoreOfType = 8; // in each round, so that there is room for those that follow

    bool may_go_on() const { return runner_.spent() < runner_.budget() / 100 * kPercent; }

    std::size_t count_of(const Type& type) const {
        return static_cast<std::size_t>(std::count_if(
            made_.begin(), made_.end(), [&](const Input& each) { return each.objects.front().type == type; }));
    }

    void construct(const Type& type, SmallValues& values) {
        for_each_method(runner_.program(), [&](const Method& method) {
            if (makes(method, *type.klass) && method.body != nullptr && !method.ghost &&
                may_stand_for_all(method.results.front()->type, type)) {
                constexpr std::size_t kMostTuples = 32;
                for_each_tuple(method, 0, kMostTuples, values, [&](const Values& arguments) {
                    const Input given = tidied(arguments, values.objects(), true);
                    attempt({given.objects, {{&method, given.arguments}}, type});
                });
            }
        });
    }

    // Up to three methods of what a constructor has made.
    void extend(const Type& type, SmallValues& values) {
        constexpr std::size_t kMostCalls = 4;
        constexpr std::size_t kMostTuples = 3;
        for (std::size_t at = 0; at < made_.size() && may_go_on(); ++at) {
            const std::shared_ptr<const Making> before = made_[at].objects.front().making;
            if (!(made_[at].objects.front().type == type) || before->calls.size() >= kMostCalls) {
                continue;
            }
            const Type own = before->calls.front().method->results.front()->type;
            for_each_method(runner_.program(), [&](const Method& method) {
                if (method.kind != typed::MethodKind::Method || method.body == nullptr || method.ghost ||
                    !typed::has_receiver(method.parameters) || !(method.parameters.front()->type.klass == own.klass)) {
                    return;
                }
                for_each_tuple(method, 1, kMostTuples, values, [&](const Values& arguments) {
                    Making making = *before;
                    const Input given = tidied(arguments, values.objects(), true);
                    const std::uint32_t by = append(given.objects, making.objects);
                    Values own_arguments;
                    for (const Value& argument : given.arguments) {
                        own_arguments.push_back(moved(argument, by));
                    }
                    making.calls.push_back({&method, std::move(own_arguments)});
                    attempt(std::move(making));
                });
            });
        }
    }

    // Small arguments, those of the first parameters left out.
    template <typename Visit>
    void for_each_tuple(const Method& method, std::size_t from, std::size_t most, SmallValues& values,
                        const Visit& visit) {
        constexpr std::size_t kLargestTuple = 2;
        std::vector<Type> types;
        for (std::size_t i = from; i < method.parameters.size(); ++i) {
            types.push_back(method.parameters[i]->type);
        }
        std::size_t count = 0;
        for (std::size_t size = 0; size <= (types.empty() ? 0 : kLargestTuple); ++size) {
            for (const Values& arguments : values.products(types, size)) {
                if (count++ >= most || !may_go_on()) {
                    return;
                }
                visit(arguments);
            }
        }
    }

    void attempt(Making making) {
        if (count_of(making.type) >= most_of_type_ || !may_go_on()) {
            return;
        }
        std::optional<Input> input = runner_.made(std::make_shared<const Making>(std::move(making)));
        constexpr std::size_t kMostInMade = 100;
        if (input && part_count(*input) <= kMostInMade && is_well_typed(*input, {}) &&
            seen_.insert(key_of(*input)).second) {
            made_.push_back(std::move(*input));
        }
    }

    Runner& runner_;
    Vocabulary vocabulary_;
    std::vector<Input> made_;
    std::size_t most_of_type_ = kMoreOfType;
    std::set<std::string> seen_;
};

} // namespace

std::vector<Input> objects_made(Runner& runner, const Vocabulary& vocabulary) {
    return Maker(runner, vocabulary).run();
}

bool has_constructors(const typed::Program& program, const typed::Class& klass) {
    bool found = false;
    for_each_method(program, [&](const Method& method) { found = found || makes(method, klass); });
    return found;
}

} // namespace daphnia::refute
