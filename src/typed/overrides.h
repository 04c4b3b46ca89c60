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

} // namespace daphnia::typed
