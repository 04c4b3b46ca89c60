// What the meaning of a declaration rests on, as far as its own text says: the one relation by which recursion,
// constraints and witnesses are judged.
#pragma once

#include "typed/call_graph.h"
#include "typed/region.h"
#include "typed/type_uses.h"

#include <vector>

namespace daphnia::typed {

// A declaration that is called, read or taken as a value.
struct DeclarationUse {
    Callable declaration;
    std::vector<Type> type_arguments; // of a generic one
};

// A type that is written or inferred anywhere. `ranged`: the meaning depends on which values belong to it (it is
// quantified over, chosen from, tested for, the domain of a function as a value); else it only handles values of it.
struct TypeUse {
    Type type;
    bool ranged;
};

// A constant field of objects of a class; `region` is named as if it were variable.
struct ConstantField {
    const Field* field;
    Region region;
};

struct Dependencies {
    std::vector<DeclarationUse> declarations;
    std::vector<Region> regions; // fields that are read or written
    bool open = false;           // and perhaps any other region
    std::vector<ConstantField> constants;
    std::vector<TypeUse> types;
};

// Everything in contract, measure, frame and, unless only the contract counts, a method's body; statements in
// expressions included.
Dependencies dependencies_of(const Declaration& declaration, Part part = Part::All);

// What values of a type rest on beside what they are made of.
struct TypeParts {
    std::vector<const SubsetType*> subsets;       // all that are a part of it, each once
    std::vector<const TypeParameter*> parameters; // on whose values it depends which values belong to the type
    std::vector<Type> arrays;                     // without null
    std::vector<Type> classes;                    // and traits, without null
};
// `ranged`: which values belong to the type matters; else only what has to be known to handle one. Abstract types are
// no parameters.
TypeParts parts_of(const Type& type, bool ranged);

} // namespace daphnia::typed
