// Which instance of a member stands for which instance of a trait's.
#pragma once

#include "typed/typed.h"

#include <map>
#include <optional>
#include <vector>

namespace daphnia::typed {

// What the type parameters in the patterns stand for where these are the actual types, abstract types apart; nothing
// when they are not for any choice. Those that no pattern mentions are not in the map.
std::optional<TypeMap> matched(const std::vector<Type>& patterns, const std::vector<Type>& actual);

// The arguments for the type parameters of `member` with which it stands for its base with these; nothing when it does
// not, or when one of the parameters may be anything.
template <typename Member>
std::optional<std::vector<Type>> overriding_arguments(const Member& member, const std::vector<Type>& of_base) {
    const std::optional<TypeMap> map = matched(member.overrides.type_arguments, of_base);
    std::vector<Type> result;
    for (const auto& parameter : member.type_parameters) {
        const auto found = map ? map->find(parameter.get()) : TypeMap::const_iterator();
        if (!map || found == map->end()) {
            return std::nullopt;
        }
        result.push_back(found->second);
    }
    return result;
}

// Members that stand for those of traits, in the order in which they were noted.
template <typename Member>
class Overriding {
  public:
    using Members = std::vector<const Member*>;

    void note(const Member& member) {
        if (member.overrides.member == nullptr) {
            return;
        }
        by_base_[member.overrides.member].push_back(&member);
        if (member.type_parameters.size() == member.of_owner) {
            by_class_[member.parameters.front()->type.klass].push_back(&member);
        }
    }
    // What stands for it; the address alone counts.
    const Members& of_base(const void* base) const { return found(by_base_, base); }
    // Those of the class or trait that have no type parameters of their own.
    const Members& of_class(const Class* klass) const { return found(by_class_, klass); }

  private:
    template <typename Key>
    static const Members& found(const std::map<Key, Members>& members, Key key) {
        static const Members kNone;
        const auto known = members.find(key);
        return known == members.end() ? kNone : known->second;
    }

    std::map<const void*, Members> by_base_;
    std::map<const Class*, Members> by_class_;
};

struct AllOverriding {
    Overriding<Function> functions;
    Overriding<Method> methods;

    // Those of a program's declarations, or of its instances.
    void note(const std::vector<Declaration>& declarations);
};

} // namespace daphnia::typed
